"""The commonest given names in the news, by which a capitalised pair of words is a person, and a "he" or a "she".

Given names are an open class: a name that is not here says nothing, and nothing is guessed from it. One that men and
women bear alike stands in neither list but in `BOTH`.
"""

from __future__ import annotations

from typing import Literal

from briefing.language.word_set import word_set

Gender = Literal["he", "she"]


HE = word_set(
    """aaron abdel abdul abdullah abraham adam adolf adrian ahmad ahmed alain alan alastair albert alejandro aleksandr
    aleksei alexander alexandre alexei alfred ali allen alois alvaro amir anatoly anders andre andreas andrei andres
    andrew andrey andriy anthony antoine anton antonin antonio antony armando armin arnold arsen arsenio artem arthur
    arturo asif barack barry bart bashar ben benedict benjamin benny bernard bernd bernie bill billy bjarne bjorn bob
    bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan burkhard byron calvin cameron carl
    carlos cedric cesar chad charles charlie chris christian christoph christophe christopher chuck clarence claude
    claudio clemens cliff clifford clint colin conor corey craig curtis cyril cyrus dale damian damien dan daniel
    danny darrell darren dave david dean denis dennis denys derek detlef devin didier diego dieter dirk dmitri dmitriy
    dmitry dmytro dominic dominique don donald doug douglas duane dustin dwight dylan earl ed eddie edgar eduard
    eduardo edward edwin egon eli elias elijah elliott elmar elon emil emiliano emmanuel emmanuil enrique eric erich
    erik erling ernest ernesto ernst esteban ethan eugene evan evgeny fabian fabio fedor felipe felix ferdinand
    fernando floyd francesco francisco franck francois frank franklin frans franz fred frederic frederick friedrich
    fritz fyodor gabriel gareth garry gary gavin geir gene geoff geoffrey georg george georges georgi gerald gerard
    gerd gerhard german gilbert gilles giorgio giovanni giuseppe glenn gordon graham grant greg gregg gregor gregory
    grigory guillermo gunnar gunter gustav gustavo guy günter günther haakon haider hakan hakon hamid hans harald
    harold harris harry harvey hasan hassan heath hector heiko heinrich heinz helmut hendrik henning henri henrik
    henry herbert herman hermann hernan holger horst howard hubert hugh hugo hussein iain ian ibrahim ignacio igor
    ihor ilya imran isaac ismail israel ivan jack jacob jacques jaime jake jakob jamal james jamie jan jan-erik janos
    jared jaroslav jarrod jason javier jean jeb jed jeff jeffrey jens jeremy jermaine jerome jerry jesse jesus jim
    jimmy joachim joao jochen joe joel joerg johan johann johannes john johnny jon jonas jonathan jorge jose josef
    joseph josh joshua josé juan juergen jules julian julien julio julius junichiro jurgen juri justin jörg jürgen kai
    kamal kare karim karl karsten keith ken kenneth kevin khalid kirill kirk kjell klaus knut kofi konrad konstantin
    kostiantyn kurt kyle kyrylo lamar lance larry lars laurent lawrence lee leif leo leon leonard leonardo leonid
    leopold leroy les leszek levon lloyd lorenzo lothar lou louis lubomir luc luca lucas luciano ludwig luis luiz
    lukas luke lutz lyndon mads magnus mahmoud malcolm manfred manuel marc marcel marcelo marco marcos marcus mario
    marius mark markus martin marvin massimo mateusz mathias mats matt matteo matthew matthias maurice mauricio max
    maxim maximilian maximo mehmet mel melvin michael michel miguel mihail mike mikhail mikkel miles milos miroslav
    mitch mitchell mitt mohamad mohamed mohammad mohammed morten muhammad murray mustafa mykhailo mykola nathan
    nathaniel neil nelson newt nicholas nick nicolas niels nigel nikita nikol nikolai nikolay nils noah noel norbert
    norman odd olaf ole oleg oleh oleksandr oleksii oleksiy oliver olivier omar orlando osama oscar oskar oswald otto
    owen pablo paolo pascal patrice patrick paul paulo pavel pavlo pedro pelle per pete peter petr petro petter phil
    philip philipp philippe phillip pierre pieter piotr preston rafael rainer ralf ralph ramon ramzan randall randy
    rasmus raul ray raymond recep reince reinhard renaud rene rené rex ricardo richard rick ricky rob robby robert
    roberto robin rod roderick rodney rodrigo roger roland rolf roman romeo ron ronald ronnie ross roy ruben rudolf
    rudy rupert ruslan russell rustem ryan saad sadiq salman salvador sam sami samuel santiago scott sean sebastian
    serge sergei sergey sergio serhii serhiy seth shane shaun shawn shinzo sidney siegfried sigmar sigmund sigurd
    silvio simon slavoj slobodan soren stan stanislav stanley stefan stefano stephan stephen steve steven stig stuart
    sven sylvain søren taras tarek tayyip ted terrence terry theo theodore thierry thilo thomas thorsten tim timo
    timothy tobias todd tom tomas tommy tony tor torbjorn torsten toshiro travis trent trevor trond trygve tyler udo
    ulf ulrich ulrik uwe vadim valentin valery vasily vasyl victor viktor vince vincent vitali vitaliy vitaly vito
    vlad vladimir vladislav volker volodymyr vyacheslav waldemar wallace walter warren wayne werner wesley wilfried
    wilhelm willem william willie willy winston wladimir wolfgang xavier yair yannick yasser yevgeny yitzhak yoshihide
    yuri yuriy yury yusuf yves zachary zbigniew
    александр алексей анатолий анатолій андрей андрій антон аркадий артем борис вадим валентин валерий валерій василий
    василь виктор виталий владимир владислав володимир вячеслав віктор віталій геннадий георгий григорий даниил денис
    дмитрий дмитро евгений егор иван игорь илья кирилл кирило константин костянтин леонид максим марк микола михаил
    михайло никита николай олег олександр олексій павел павло петр петро роман руслан сергей сергій станислав степан
    тарас тимур федор федір эдуард юрий юрій яков ярослав євген іван ігор"""
)

SHE = word_set(
    """abigail ada adele adriana agnes agnieszka aicha aisha alexandra alice alicia alina alison allison alma amanda
    amber amelia amina amy ana anastasia andrea angela angelina angelique anita anja anke ann anna annalena anne
    annegret annette annie antonia april ariana arlene asma astrid audrey barbara beata beatrice beatrix becky bella
    bernadette beth bettina betty beverly birgit birgitte bonnie brenda bridget brigitte britta brooke camila camilla
    candace carla carly carmen carol carola carole caroline carolyn carrie caterina catherine cathy cecile cecilia
    celeste charlene charlotte chelsea cherie cheryl chloe christa christiane christina christine cindy claire clara
    clare claudia colette colleen condoleezza connie constance cordula cornelia cristina crystal cynthia dagmar daisy
    dalia dana daniela danielle daria darya dawn debbie deborah debra delia denise diana diane dianne dilma dolores
    donna dora doreen doris dorothea dorothy edith eileen ekaterina elaine eleanor elena eleni elfriede elisa
    elisabeth eliza elizabeth elke ella ellen elsa elvira emily emma erica erika erin esther eugenia eva evelyn fatima
    federica felicia felicity fiona florence frances francesca francoise franziska frauke freya gabriela gabriele
    gabrielle gail galina geraldine gerda gertrude gina giorgia gisela gisele giulia gladys gloria grace greta
    gretchen gudrun hanna hannah hannelore heather hedwig heidi heike helen helena helene helga hilary hilda hildegard
    hillary huma ida ilona imelda ines ingeborg inger ingrid irena irene irina iris irma iryna isabel isabella
    isabelle ivana ivanka jacinda jackie jacqueline jane janet janice janine jasmine jean-marie jeanette jeanine
    jeanne jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn johanna josefina josephine joy joyce
    juanita judith judy julia juliana julie juliet julieta june justine jutta kaitlin kaja kamala kara karen karin
    karina karoline katarina kate katharina katherine kathleen kathryn kathy katie katja katrin katrina kayla keira
    kelly-ann kellyanne kersti kimberly kirsten kirsti klara klaudia kristalina kristen kristin kristina kristine
    laila lara larissa laura lauren leah leila lena leticia lidia lila lilia liliana lillian lily linda lindsay
    lindsey lisa lise liv liz liza lois lola loretta lorraine louise lubov lucia lucie lucille lucinda lucy ludmila
    ludmilla luisa luise lydia lynn lynne mabel mackenzie madeleine madonna magdalena maggie maia malala malia manuela
    marcia margaret margarita margot margrethe maria mariam mariana marianne marie mariella marija marijana marilyn
    marina marine marion marisol marissa marjorie marlene marsha marta martha martina mary maryam maryna matilda
    maureen maxine maya megan meghan melania melanie melinda melissa mercedes meredith mette mia michele michelle
    mildred mindy miranda mireille miriam molly mona monica monika monique muriel myra nadia nadine nancy naomi
    natalia natalie nataliya natalya natasha nathalie nelly nicola nicole nikki nina nora norma odile oksana olena
    olga olha olivia olympe ophelia pamela paola patricia patsy patty paula paulina pauline pearl peggy penelope penny
    petra phyllis pippa polina polly priscilla rachel raisa ramona raquel rebecca regina regine renata renate renée
    rhonda rita roberta rosa rosalind rose rosemarie rosemary roxana ruth sabine sabrina sally samantha sandra sanna
    sara sarah sascha savannah selma serena sharon sheila shelley sheryl shirley sigrid silke silvia simone solveig
    sonia sonja sonya sophia sophie stacey stacy stella stephanie sue susan susana susanna susanne suzanne svenja
    svetlana sviatlana svitlana sybille sylvia sylvie tamara tania tanja tanya tara tatiana tatyana teresa tetiana
    theresa therese tiffany tina tove tracey traci trudy tulsi tuula ulla ulrike ursula uta ute valentina valeria
    valerie vanessa vera veronica veronika victoria vigdis viktoria viola violeta virginia vivian viviane wanda wendy
    whitney wilhelmina winifred yelena yolanda yulia yuliia yuliya yvette yvonne zainab zoe zuzana åsa
    александра алина алла аліна анастасия анна валентина валерия вера виктория вікторія галина дарья дарія екатерина
    елена елизавета жанна зинаида ирина катерина кристина ксения лариса лидия любовь людмила лідія маргарита марина
    мария марія надежда наталия наталья наталія нина оксана олена ольга полина раиса светлана світлана софия софья
    тамара татьяна тетяна ульяна юлия юлія яна ярослава ірина"""
)

BOTH = word_set(
    """alex andy ashley avery bailey casey chris-ann dominique drew jackie jamie jessie jordan kelly kim lee leslie lynn
    morgan pat quinn reese riley robin sacha sam sandy sascha sasha shannon sidney stacy stevie taylor terry tracy"""
)


def gender(given_name: str) -> Gender | None:
    """Return what a bearer of a given name (in lower case) is called, or None where the name does not tell."""
    if given_name in BOTH or (given_name in HE) == (given_name in SHE):
        return None
    return "he" if given_name in HE else "she"


def is_given_name(word: str) -> bool:
    """Whether a word in lower case is one of the commonest given names."""
    return word in HE or word in SHE or word in BOTH
