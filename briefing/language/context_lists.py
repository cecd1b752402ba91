"""Words by which a sentence of German, French, Spanish, Russian or Ukrainian leans on what stands before it.

The fields are those of `ContextWords`. These languages write no article by which a thing told before could be known as
surely as by English "the", and Spanish, Russian and Ukrainian may leave the pronoun out: what is listed is what surely
leans, and `impersonal` what only seems to.
"""

from __future__ import annotations

CONTEXT_LISTS: dict[str, dict[str, str]] = {
    "de": {
        "persons": "er sie ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres sein seine seinem seinen seiner seines",
        "things": """dieser diese dieses diesem diesen dies jener jene jenes jenem jenen letzterer letztere beide
        solche solcher solches dessen deren derselbe dieselbe dasselbe""",
        "linkers": """aber; und; oder; sondern; doch; jedoch; denn; deshalb; daher; darum; deswegen; dadurch; damit;
        dafür; dagegen; dabei; danach; darauf; daraufhin; davon; davor; darüber; darin; dazu; daran; demnach;
        demzufolge;
        dementsprechend; dennoch; trotzdem; allerdings; außerdem; zudem; ferner; ebenso; ebenfalls; auch er; auch sie;
        auch dies; auch das ist; hingegen; stattdessen; vielmehr; inzwischen; unterdessen; währenddessen; schließlich;
        infolgedessen; somit; folglich; gleichzeitig; zugleich; seitdem; seither; zuvor hatte er; zuvor hatte sie; dort;
        so sei; so habe; so sagte; so der; hinzu kommt; zum beispiel; im gegensatz dazu; im gegenzug; im anschluss
        daran;
        das ist; das sind; das war; das waren; das sei; das habe; das hat; das hatte; das geht aus; das geht; das sagte;
        das teilte; das teilten; das berichtet; das berichtete; das berichten; das bestätigte; das bedeutet; das heißt;
        das gilt; das wird; das wurde; das würde; das könnte; das soll; das kann; das gab; das gelte; nach seinen
        worten;
        nach ihren worten; nach seinen angaben; nach ihren angaben; ihm zufolge; ihr zufolge; hintergrund ist;
        grund dafür; anlass war; ein anderer; eine andere; ein weiterer; eine weitere""",
        "linkers_with_comma": "erstens; zweitens; drittens; kurzum",
        "impersonal": """diese woche; dieses jahr; diesen monat; diesen montag; diesen dienstag; diesen mittwoch;
        diesen donnerstag; diesen freitag; diesen samstag; diesen sonntag; diesen sommer; diesen winter""",
        "cues": """sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint kündigte kündigt warnte
        warnt forderte fordert kritisierte kritisiert berichtete berichtet berichteten schrieb schreibt fügte ergänzte
        teilte teilten bestätigte bestätigt versicherte räumte lobte erläuterte zufolge laut antwortete fragte hieß
        nannte bezeichnete äußerte entgegnete begründete behauptete mahnte""",
        "subordinators": "dass weil obwohl nachdem während wenn ob bevor damit sodass",
        "times": """woche jahr monat montag dienstag mittwoch donnerstag freitag samstag sonntag sommer winter herbst
        frühjahr frühling""",
    },
    "fr": {
        "persons": "il elle ils elles lui leur leurs son sa ses celui-ci celle-ci ceux-ci celles-ci eux",
        "things": "ce cet cette ces ceci cela ça celui celle ceux celles",
        "linkers": """mais; et; ou; or; donc; car; puis; ainsi; cependant; toutefois; pourtant; néanmoins; en revanche;
        par contre; par ailleurs; en outre; de plus; de même; aussi; également; alors; ensuite; enfin; en effet; or; dès
        lors; c'est pourquoi; c'est ce qui; c'est ce que; c'est le; c'est la; c'est un; c'est une; c'est aussi; c'était;
        en conséquence; par conséquent; au contraire; à l'inverse; de son côté; de leur côté; pour sa part;
        pour leur part; à son tour; dans le même temps; entre-temps; depuis lors; d'où; là-bas; selon lui; selon elle;
        selon eux; d'après lui; d'après elle; à ses yeux; un autre; une autre; d'autres; il en va de même; le même;
        la même; les mêmes; parmi eux; parmi elles; tous deux; toutes deux; l'un d'eux; ce dernier; cette dernière;
        ces derniers; y compris; c'est ainsi""",
        "linkers_with_comma": "premièrement; deuxièmement; d'abord; surtout; bref; là; résultat; du coup",
        "impersonal": """il y a; il y avait; il faut; il faudra; il fallait; il s'agit; il est possible; il est
        probable;
        il est temps; il est difficile; il est interdit; il est impossible; il pleut; il reste; il suffit; il existe;
        cette semaine; cette année; ce matin; ce mois; ce soir; ce week-end; cet été; cet hiver; cet automne;
        cet après-midi; cette nuit; ce lundi; ce mardi; ce mercredi; ce jeudi; ce vendredi; ce samedi; ce dimanche;
        ceux qui; celles qui; celui qui; celle qui""",
        "cues": """dit déclaré affirmé indiqué expliqué ajouté précisé annoncé estimé averti souligné assuré rappelé
        lancé répondu regretté dénoncé écrit demandé raconté confié martelé insisté reconnu jugé prévenu plaidé promis
        affirme indique explique ajoute précise annonce estime avertit souligne assure rappelle répond regrette dénonce
        écrit demande raconte confie insiste reconnaît juge prévient selon d'après""",
        "subordinators": "que qui dont où si lorsque quand parce puisque",
        "times": "semaine année matin mois soir été hiver automne printemps",
    },
    "es": {
        "persons": "él ella ellos ellas su sus suyo suya le les",
        "things": """este esta estos estas esto ese esa esos esas eso aquel aquella aquellos aquellas aquello dicho
        dicha
        dichos dichas ambos ambas tal tales""",
        "linkers": """pero; y; e; o; sino; así; así que; sin embargo; no obstante; además; también; tampoco; por tanto;
        por lo tanto; por eso; por ello; por ese motivo; por esta razón; en consecuencia; entonces; luego; después de
        eso;
        mientras tanto; entretanto; en cambio; por el contrario; por otra parte; por otro lado; por su parte;
        a su vez; asimismo; igualmente; de hecho; en efecto; de este modo; de esta manera; de esta forma; al respecto;
        desde entonces; hasta entonces; a su juicio; en su opinión; según él; según ella; otro; otra; otros; otras;
        lo mismo; el mismo; la misma; entre ellos; entre ellas; uno de ellos; una de ellas; todo ello; con ello;
        añadió; agregó; dijo que; aseguró que; afirmó que; señaló que; explicó que; indicó que; recordó que;
        subrayó que; advirtió que; advirtió de; precisó que; reiteró que; concluyó que; insistió en; apuntó que;
        sostuvo que; reconoció que; consideró que; pidió que; aconsejó; lamentó que; denunció que; destacó que;
        se trata de; lo dijo; lo anunció; así lo""",
        "linkers_with_comma": "primero; segundo; tercero; finalmente; por último; es decir; en resumen",
        "impersonal": """esta semana; este año; este mes; esta mañana; esta tarde; esta noche; este lunes; este martes;
        este miércoles; este jueves; este viernes; este sábado; este domingo; este verano; este invierno;
        este fin de semana; eso sí""",
        "cues": """dijo dice dijeron afirmó afirma aseguró asegura señaló señala explicó explica indicó indica anunció
        anuncia advirtió advierte añadió añade agregó agrega declaró declara sostuvo sostiene recordó recuerda subrayó
        subraya destacó destaca precisó precisa reiteró reconoció reconoce respondió responde criticó lamentó denunció
        pidió escribió informó informó según manifestó opinó insistió apuntó confirmó comentó preguntó""",
        "subordinators": "que quien cual cuyo donde cuando porque aunque si mientras",
        "times": "semana año mes mañana tarde noche verano invierno",
    },
    "ru": {
        "persons": "он она они его ее её их ему ей им него нее неё них нему ней ним",
        "things": """это этот эта эти этого этой этому этим этих этом эту такой такая такие такое тот та те
        последний оба обе""",
        "linkers": """но; а; и; или; однако; зато; поэтому; потому; так; также; тоже; кроме того; более того;
        вместе с тем; при этом; тем временем; между тем; тем не менее; в то же время; в свою очередь; в связи с этим;
        в результате; таким образом; следовательно; например; в частности; впрочем; напротив; наоборот; затем; потом;
        тогда; после этого; до этого; перед этим; с тех пор; к тому же; помимо этого; в этой связи; по его словам;
        по ее словам; по её словам; по их словам; по его мнению; по ее мнению; по их мнению; по его данным; об этом;
        об этих; как он; как она; как они; там; туда; оттуда; другой; другая; другие; ранее он; ранее она; именно он;
        среди них; один из них; одна из них; то же; те же; причина этого; речь идет; речь идёт; он же; она же""",
        "linkers_with_comma": "во-первых; во-вторых; в-третьих; наконец; итак; словом",
        "impersonal": "",
        "cues": """сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили сообщает отметил отметила
        отметили подчеркнул подчеркнула добавил добавила рассказал рассказала пояснил пояснила уточнил уточнила
        предупредил предупредила объяснил объяснила написал написала ответил ответила считает утверждает утверждают
        напомнил напомнила признал признала призвал призвала обвинил передает говорит говорится""",
        "subordinators": "что который которая которое которые если когда чтобы где",
        "times": "неделе недели году месяце утром вечером летом зимой",
    },
    "uk": {
        "persons": "він вона вони його її їх йому їй їм нього неї них ньому ним ними їхній їхня їхнє їхні",
        "things": """це цей ця ці цього цієї цьому цим цих цю такий така такі таке той та ті останній обидва обидві""",
        "linkers": """але; а; і; й; або; однак; проте; зате; натомість; тому; отже; так; також; теж; крім того;
        окрім того; більше того; водночас; при цьому; тим часом; тим не менш; у свою чергу; своєю чергою; у зв'язку з
        цим; у результаті; в результаті; таким чином; наприклад; зокрема; утім; втім; навпаки; потім; тоді; після цього;
        до цього; перед цим; відтоді; до того ж; за його словами; за її словами; за їхніми словами; на його думку;
        на її думку; на їхню думку; за його даними; про це; про ці; як він; як вона; як вони; там; туди; звідти; інший;
        інша; інші; раніше він; раніше вона; саме він; серед них; один із них; одна з них; те саме; ті самі; ідеться
        про;
        йдеться про""",
        "linkers_with_comma": "по-перше; по-друге; по-третє; нарешті; словом",
        "impersonal": "",
        "cues": """сказав сказала сказали заявив заявила заявили повідомив повідомила повідомили повідомляє зазначив
        зазначила зазначили наголосив наголосила підкреслив підкреслила додав додала розповів розповіла пояснив
        пояснила уточнив уточнила попередив попередила написав написала відповів відповіла вважає стверджує
        стверджують нагадав нагадала визнав визнала закликав закликала звинуватив передає каже йдеться""",
        "subordinators": "що який яка яке які якщо коли щоб де",
        "times": "тижні тижня році місяці ранку вечора влітку взимку",
    },
}
