"""The little words by which languages of one script are told apart, the most frequent of news first.

They also serve as stop words where no better list is at hand. A language that is not read has a list so that its
texts are not taken for another's.
"""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": """the of and to in a is that for was on with as by at from it be are has have he his not which this but
        were they or an had been will said their who after more would its when there about than she out her one all up
        also into what so if we you your can only over new other time could these two may then do first any my now such
        like our some no how""",
        "de": """der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus
        er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur
        bis mehr durch man sein wurde sei kann gegen vom schon wenn habe seine ihre dann unter wir soll eines jahr zwei
        diese dieser wieder keine uhr will zwischen immer ihr muss ab du bitte""",
        "fr": """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son
        aux d l mais comme ou si leur y dont elle deux ces nous être cette été fait ont même ses après tout entre aussi
        très peut sans selon sa n s qu c j on était avait ils elles vous votre où contre depuis lui encore sous je
        toutes tous""",
        "es": """de la que el en y a los del se las por un con una su para es al lo como más o pero sus le ha este si
        porque esta entre cuando muy sin sobre también me hasta hay donde han quien desde todo nos durante todos uno ni
        contra otros ese eso ante ellos e esto antes algunos fue no yo según tras así está son dos sido había ser este
        él usted puede""",
        "it": """di e il la che in a per un è del una con non i si le da della nel sono al alla come dei più ha anche
        gli su ma lo dal delle nella ed o se dalla questo ai stato loro suo hanno sua essere era due tra degli dopo ci
        questa l d un sulla cui quando nei poi dell all sul già stata così ancora tutti chi molto fatto ne può""",
        "pt": """de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou
        quando muito nos já eu também só pelo pela até isso ela entre era depois sem mesmo aos seus quem nas me esse
        eles você essa num nem suas meu às minha numa pelos elas qual foi são está ser tem há segundo ainda sobre após
        anos""",
        "nl": """de van het een en in is dat op te zijn met voor die niet aan er om als ook dan door bij ze uit nog naar
        maar heeft wordt over hij deze worden tot werd haar was of we je ik zich hebben kan meer geen wel al moet had
        zou onder dit hun tegen veel na nu zo tussen heb waar andere kunnen wat u uw""",
        "sv": """och i att det som en på är av för med den till har inte om ett han men var jag från de så vi sig kan
        hon när man vid efter nu ska också vara än där under eller mot skulle över hade detta denna sin mycket enligt
        blir bara alla andra sedan mellan år hans hennes du din""",
        "da": """og i at det er en til af på som for med den de har ikke der et var fra han vi om jeg men så sig også
        ved kan efter blev være hun når eller vil over mod nu da bliver hvor siger under skal havde været dette meget
        hans end ham deres hvis noget kun selv du din""",
        "no": """og i er det på som en til av for at med har de den ikke et om var han fra vi seg jeg så også men etter
        ved kan sier å skal være mot når eller vil hun over nå blir ble hvor år under hadde vært dette mye hans enn
        ham deres hvis noe bare selv du mellom ut opp eit ein ikkje frå dei kva""",
        "fi": """ja on ei se että oli hän en mutta ovat myös joka kun ne niin kuin mitä sen tai olen voi vain mukaan
        sekä jos nyt ole hänen siitä ollut tämä tämän ennen sitten jo mukaan vielä eivät olla kanssa jälkeen kaikki
        sanoi joita jotka jossa olisi vuonna noin mikä niiden tätä te""",
        "hu": """a az és hogy nem is egy van meg ez ki csak el de már volt azt még mint vagy ha szerint lesz minden kell
        után fel aki most így pedig sem ezt lehet le be amely azonban között majd csak több arra során voltak miatt
        ami ahol itt ott ön nincs""",
        "ro": """de și în a la cu că nu pe din pentru o un este care au ce mai se fi sau ca sunt prin al ale după dar
        lui fost între era ar acest această cel iar doar fără unui unei către avea s-a într-un trebuie foarte până când
        ei lor vor am ai dacă cele le îi poate va nici""",
        "pl": """w i na się z do że nie jest o a to jak od po za dla przez oraz są był co tym ale przy tego być czy ich
        ma jego które który także już może tylko która było jej lub pod przed tak roku ze jednak między ten ta gdy
        by we będzie zostało została został mnie nas więc jeśli bardzo""",
        "cs": """a v se na je že s z o i do to by pro ve jako k od si za po jeho nebo ale které který byl jsou při jsem
        která podle už tak až ze jen co má před které aby však také bude není této jejich mezi být není lze můžete
        byla bylo jste může když kde další""",
        "sk": """a v sa na je že s z o i do to by pre vo ako k od si za po jeho alebo ale ktoré ktorý bol sú pri som
        ktorá podľa už tak až zo len čo má pred aby však tiež bude nie tejto ich medzi byť nemá možno môžete bola
        bolo ste môže keď kde ďalší sme""",
        "ca": """de la i el que a en les els per un amb una del no es al més com va són ha o dels però aquest aquesta
        seva seu pel han també molt si quan fins entre sense tot ser sobre després perquè està fer on ja l d s n
        havia estat ho seus""",
        "gl": """de a que o e do da en un para con non unha os no se na por máis as dos como pero ao el das seu súa ou
        cando moi nos xa tamén só polo pola ata iso ela entre era despois sen mesmo aos seus foi son está ser ten hai
        segundo aínda sobre tras anos unha ó""",
        "ast": """de la y que el en a los les se del nun por con un una ye pa nel na como más al o tamién foi ser esti
        esta tien sobre pola hai ente dende cuando tou son so asina pero""",
        "oc": """de la e que los las lo en a es un una per del dels amb se al dins sus mas o pel son an tanben aquò
        aquel foguèt per fa pas aver coma entre""",
        "fur": """di e il la che in a par un al une i si dal del des lis cun no come plui ancje su ma lu o sù dai di
        chest cheste stât son jessi vê ven ogni fat tal te tai sore cence cuant cu sô vie""",
        "eo": """la de kaj en estas al ne por ke kun ĉi kiel oni por tiu el sed pri aŭ ili estis kiu de per li pli ĉe
        ankaŭ sur ĉiuj povas dum ekde tio kiuj inter laŭ ĝi""",
        "ia": """de le e in a que un es non pro con del al per como iste se su illo plus o ille sed esser ha esseva
        quando si sin sur anque inter tote qui""",
        "ga": """an na agus ar i le a is go de do as bhí ag atá tá sé sin ach ó faoi chun nach bheith leis gur seo sa ní
        níl nó freisin mar féin rud chuig seo idir""",
        "cy": """y yr a i o yn ar ei am gan mae oedd bod wedi ond eu fel sydd hyn i'r y'r hwn ni fydd dim hefyd neu dros
        wrth ac nid chi hynny ôl rhag""",
        "tl": """ang ng sa na at mga ay para hindi ito siya ni kay may si isang din rin niya kung mula ayon noong pa ang
        naman dahil nito upang o""",
        "nds": """de un in dat to is för vun nich mit en sik as he op ok hett wi se dor ut bi weer noch nu sünd wat ik
        över na hebbt vör disse warrt""",
        "li": """de van 't in en is 'ne det um neet veur mit 'n zien ouch es hae den wie oet waor zich bie nao op dit
        waert hub aan ze""",
        "hr": """je u i se na da za su od s o koji kao a što iz do ne to bi nije koja će ali li po sve te bio ili samo
        nakon kako koje prema također pri može još biti sam već dok zbog bila kada nego vrlo iako između jer nema
        smo oko biti ako""",
        "sl": """je v in na se da za so z s ki pa po bi kot tudi ne od o iz do ali pri še bo ni ga sem že kar samo lahko
        kako ter zaradi bil bila med pred jih ko če tega ima zelo ob več nad ker niso nekaj biti""",
        "et": """ja on ei et oli ta see kui ka mis ning aga oma või kes siis seda välja nii ma nad veel selle pärast
        mida tema olid pole vaid juba olla saab üle enne koos kõik kus üks nagu tuleb peab ole mitte""",
        "lv": """un ir ka no uz ar par kas to bet tā kā arī gan pēc tas vai būt bija lai nav tika ko jau pie vēl viņš
        šī līdz ja kad jo tiek viņa šo tikai vairāk savu kur gada var tiks""",
        "lt": """ir kad į yra iš su tai bet ne kaip buvo jis už apie o tik dėl ar jau nuo per iki jo pat dar po nėra
        kuris kai arba taip prie būti jų savo gali kurie labai ji prieš šio metų""",
        "is": """og að í á er sem til það um við var með en af ekki fyrir hann því þar eru hefur frá eða þess segir
        verið hún þeir eftir ég þá þetta hafa vera verður upp hans sé yfir""",
        "af": """die en van in is het 'n dat te vir nie wat met op sy aan hy as deur ook by was om maar hulle word ons
        sal kan dit uit daar na sê moet ek meer nog oor of haar wees""",
        "tr": """ve bir bu da de için ile çok olarak daha olan gibi ne kadar sonra o en ama var ise değil her ki mi
        dedi oldu olduğu tarafından göre ancak ya veya ben diye şey hem iki yeni kendi ilk""",
        "az": """və bir bu da də üçün ilə ki olan kimi o çox daha sonra ən isə hər olub edib bildirib edilib görə var
        deyil onun azərbaycan həmin idi öz""",
        "id": """yang dan di dengan untuk dari ini dalam pada itu tidak akan adalah ke juga oleh tersebut sebagai telah
        mereka karena bisa ada kata kami atau saya bahwa lebih tahun dia lain saat dapat""",
        "ms": """yang dan di dengan untuk dari ini dalam pada itu tidak akan adalah ke juga oleh tersebut sebagai telah
        mereka kerana boleh ada kata kami atau saya bahawa lebih tahun beliau lain ketika dapat""",
        "vi": """và của là có trong cho được các với một không những này đã người khi để từ ra đến về tại như sẽ cũng
        vào trên đó phải nhiều theo ông""",
        "sq": """të e në dhe i që për me një nga është se më u ka si do por nuk kjo ky tij ishte janë kanë pas edhe
        kur duke mund ose tha gjatë""",
        "eu": """eta da ez du ere izan dira baina zuen dute den bat hori beste egin dela edo zen baino bere dituzte
        dio oso ari honek bezala duen""",
        "sw": """ya na wa kwa ni katika za la kuwa hiyo cha kama huo alisema hii wake huyo yake kutoka baada bila hata
        hivyo lakini pia sana""",
        "la": """et in est non ad ut cum quod qui sed ex aut esse sunt ab per quae si nec etiam autem atque enim hoc""",
        "ru": """и в не на что с он как к по но из у за от о же это для его так был было все до а или мы быть она они
        также бы уже если только после при этом был были чтобы во со который которые может будет году об их еще время
        которой более того сообщил лет под между ранее них однако где вы""",
        "uk": """і в не на що з та у до за про як від по для це він його але які й із із є також був було бути або вже
        якщо після при цьому вони були щоб зі який може буде року їх ще час яка більше того повідомив під між раніше
        них однак де ми так тому має ви""",
        "be": """і у не на што з за да як па яго гэта для але ад ён якія таксама быў было пасля гэтым яны каб можа яго
        пра яшчэ час якая больш паміж дзе калі са ці""",
        "bg": """на и да в за се от че с е са по не го до като който при която към които ще си или беше има след това му
        най ни също но може още около само със през бъде тази""",
        "sr": """и у је да се на за су од са који као а што из до не то би није која ће али ли по све те био или само
        након како које према такође при може још бити већ""",
        "mk": """на и во да се за од е со дека ќе не ги го по што која кој како ја но беше до кои си или има при тоа
        овој сè може уште околу""",
        "kk": """және да мен бұл үшін бір деп де болып ол осы екі қазақстан жылы дейін туралы бойынша кейін еді болды
        бар емес деді сол""",
    }.items()
}
