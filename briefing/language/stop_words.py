"""Words that carry no subject of their own, by language."""

from __future__ import annotations

_ENGLISH = """
a about above across after again against all almost along already also although always am among an and another any
anyone anything are aren't around as at away back be became because become been before behind being below between beyond
both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down during each
either else enough etc even ever every everyone everything few first for from further gave get gets getting give given
go goes going gone got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself
his how however i i'd i'll i'm i've if in indeed instead into is isn't it it's its itself just kept know known last
later least less let like likely made make makes making many may maybe me might mine more most mr mrs ms much must my
myself near never next no nobody none nor not nothing now of off often on once one only onto or other others our ours
ourselves out over own per perhaps put rather really s said same saw say saying says see seem seemed seems seen several
shall she she'd she'll she's should shouldn't since so some someone something soon still such t take taken takes taking
tell than that that's the their theirs them themselves then there there's therefore these they they'd they'll they're
they've thing things this those though through thus to together told too took toward towards under until up upon us use
used uses using very via want wants was wasn't way we we'd we'll we're we've well went were weren't what when where
whether which while who whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're
you've your yours yourself
"""

_GERMAN = """
ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes anders auch auf aus außerdem
bei beide beiden beim bereits bis bisher bleiben bleibt da dabei dadurch dafür dagegen daher damals damit danach daran
darauf darf darüber das dass davon dazu dein deine dem den denen denn dennoch der deren des deshalb dessen die dies
diese diesem diesen dieser dieses doch dort durch dürfen ein eine einem einen einer eines einige einigen einmal er erst
es etwa etwas euch euer eure fast für ganz gar geben gegen gegenüber gehen geht gerade gewesen geworden gibt gut hab
habe haben hat hatte hatten hätte hätten heute hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im
immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jene jenen jetzt kann kaum kein keine keinem keinen keiner
kommen kommt konnte könne können könnte könnten lassen laut lässt machen macht man manche mehr mein meine mich mir mit
möglich muss müssen musste müsste nach nachdem nämlich natürlich neben nein nicht nichts nie noch nun nur ob obwohl oder
ohne sagt sagte sagten schon sehr sei seien sein seine seinem seinen seiner seines seit seitdem selbst sich sicher sie
sind so sodass sogar solche solchen soll sollen sollte sollten sondern sonst sowie später statt stehen steht trotz über
um und uns unser unsere unseren unter viel viele vielen vielleicht vom von vor war wäre waren wären warum was wegen weil
weit weiter weitere weiteren welche welchem welchen welcher wenig wenn wer werde werden weshalb wie wieder will wir wird
wirklich wo wobei wohl wolle wollen wollte wollten worden wurde würde wurden würden zu zudem zum zunächst zur zusammen
zwar zwischen
"""

_FRENCH = """
a à afin ai aient ailleurs ainsi ait alors après as assez au aucun aucune aujourd'hui auparavant auprès aura aurait
auront aussi autant autour autre autres aux avaient avait avant avec avoir avons ayant beaucoup bien c ça car ce ceci
cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chaque chez comme comment
contre d dans de déjà depuis dernier dernière derrière des dès deux devait devant devrait dire dit dont du durant elle
elles en encore enfin ensuite entre envers environ es est et étaient était étant été être eu eux fait faire faut fois
font furent fut il ils j je jamais jusqu jusque l la là laquelle le lequel les leur leurs lors lorsqu lorsque lui m ma
maintenant mais malgré me même mêmes mes mieux moi moins mon n ne ni non nos notamment notre nous on ont or ou où outre
par parce parfois parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait pourtant près presque
puis puisqu puisque qu quand quant que quel quelle quelles quelque quelques quels qui quoi s sa sans se sera serait
seront ses seulement si sinon soi soit sommes son sont sous souvent suis sur surtout t ta tandis tant te tel telle
telles tels tes toi ton toujours tous tout toute toutefois toutes très trop tu un une va vers voici voilà vont vos votre
vous vraiment y
"""

_SPANISH = """
a además afirmó agregó ahí ahora al algo alguien algún alguna algunas alguno algunos allí ambos ante anterior antes
apenas aquel aquella aquellos aquí así aseguró aún aunque ayer bajo bastante bien cada casi como cómo con contra cosas
cual cuál cuales cualquier cuando cuándo cuanto da dado dar de debe deben debido decir del demás dentro desde después
dice dicen dicho dijo donde dónde dos durante e el él ella ellas ello ellos en entonces entre era eran es esa esas ese
eso esos esta está estaba estaban estado están estar estas éstas este éste esto estos estoy fin fue fuera fueron ha
haber había habían habrá hace hacen hacer hacia han hasta hay haya he hecho hemos hizo hoy incluso junto la las le les
lo los luego más me mediante mejor menos mi mientras mis misma mismas mismo mismos mucha muchas mucho muchos muy nada
nadie ni ningún ninguna no nos nosotros nuestra nuestras nuestro nuestros nunca o os otra otras otro otros para parece
parte pero poca poco pocos podemos poder podrá podría porque pues pueda puede pueden que qué quien quién quienes quiere
se sea sean según ser será serán sería si sí sido siempre siendo sin sino sobre solamente solo sólo son soy su sus tal
también tampoco tan tanto te tenemos tener tenía ti tiempo tiene tienen toda todas todavía todo todos tras tu tú tus u
un una unas uno unos usted ustedes va vamos van varias varios veces ver vez y ya yo
"""

_RUSSIAN = """
а без более больше будем будет будут бы был была были было быть в вам вас ваш вдруг ведь весь во вокруг вот впрочем все
всегда всего всей всем всех всё всю вы где да даже два для до должен должна должны другие других другой его ее её ей ему
если есть еще ещё ж же за затем зачем здесь и из или им именно иногда их к каждый как какая какие какой когда кого кому
которая которого которое которой котором которую которые который которым которых кроме кто куда ли либо лишь лучше между
меня мне многие много мной могла могли могут мог может можно мой моя мы на над надо нам нами нас наш наша наши не него
нее неё ней некоторые нельзя несколько нет нею ни нибудь никогда ним ними них ничего но ну о об однако один одна одной
он она они оно от отметил перед по под пока после потом потому почему почти при про просто пусть раз разве с сам сама
сами самый свое своего своей свои своих свой свою себе себя сейчас сказал сказала сказали со собой совсем сообщил та так
такая также такие такого такой там те тебе тебя тем теперь тех то тогда того тоже той только том тому тот три тут ты у
уже хотя хоть чего чей чем через что чтоб чтобы чуть эта эти этим этих это этого этой этом этому этот эту я является
являются
"""

_UKRAINIAN = """
а або адже але б багато без би близько більш більше буде будемо будуть був була були було бути в вам вас ваш вже ви від
він вона вони воно все всього всім всіх всі втім де деякі деяких для до додав досі дуже є ж же жодного з за завжди
заявив зараз зате звідки згідно зі знову і із інша інше інших інші інший їй їм їх їхній їхні й його йому каже кажуть
коли кого кожен кожного кому котрий крім куди лише мав мала мали має майже мають ми між міг мені мене можна може можуть
мої мого мій моя на навіть над надто нам нами нас наш наша наші не неї нею нехай них ні ніж ніколи нього ним ними нічого
ну о об один одна однак одного окрім ось от отже перед під після по поки потім потрібно при про просто проте раз разом
сам сама саме самий самі свій свого своє своєї свої своїх своїм свою себе серед собі собою сказав сказала сьогодні та
так така також таке такий таких такі там твій те тебе тепер ти тим тих тільки то тобто тоді той того тож тому треба три
тут у уже усе усі хіба хоч хоча хто це цей цих ця ці цю цього цьому цієї цією цим чи чим через чого чому ще що щоб щодо
щось я яка яке який якими яких якого якої які якщо як
"""

STOP_WORDS: dict[str, tuple[str, ...]] = {
    "de": tuple(_GERMAN.split()),
    "en": tuple(_ENGLISH.split()),
    "es": tuple(_SPANISH.split()),
    "fr": tuple(_FRENCH.split()),
    "ru": tuple(_RUSSIAN.split()),
    "uk": tuple(_UKRAINIAN.split()),
}
