"""Countries, their capitals, and the states and great cities that the news name most: names that are no person's.

A closed class where it is one (the members of the United Nations and their capitals), else the commonest.
"""

from __future__ import annotations

_NAMES = """
    afghanistan; kabul; albania; tirana; algeria; algiers; andorra; angola; luanda; argentina; buenos aires; armenia;
    yerevan; australia; canberra; austria; vienna; azerbaijan; baku; bahamas; bahrain; manama; bangladesh; dhaka;
    barbados; belarus; minsk; belgium; brussels; belize; benin; bhutan; bolivia; la paz; bosnia; herzegovina; sarajevo;
    botswana; brazil; brasilia; brunei; bulgaria; sofia; burkina faso; ouagadougou; burundi; cambodia; phnom penh;
    cameroon; canada; ottawa; chad; chile; china; beijing; colombia; bogota; congo; kinshasa; costa rica; croatia;
    zagreb; cuba; havana; cyprus; nicosia; czechia; czech republic; prague; denmark; copenhagen; djibouti; dominica;
    dominican republic; ecuador; quito; egypt; cairo; el salvador; eritrea; asmara; estonia; tallinn; eswatini;
    ethiopia; addis ababa; fiji; finland; helsinki; france; paris; gabon; gambia; georgia; tbilisi; germany; berlin;
    ghana; accra; greece; athens; greenland; grenada; guatemala; guinea; guyana; haiti; honduras; hungary; budapest;
    iceland; reykjavik; india; new delhi; delhi; indonesia; jakarta; iran; tehran; iraq; baghdad; ireland; dublin;
    israel; jerusalem; tel aviv; italy; rome; ivory coast; jamaica; japan; tokyo; jordan; amman; kazakhstan; astana;
    kenya; nairobi; kosovo; pristina; kuwait; kyrgyzstan; bishkek; laos; latvia; riga; lebanon; beirut; lesotho;
    liberia; libya; tripoli; liechtenstein; lithuania; vilnius; luxembourg; madagascar; malawi; malaysia; kuala lumpur;
    maldives; mali; bamako; malta; valletta; mauritania; mauritius; mexico; mexico city; moldova; chisinau; monaco;
    mongolia; montenegro; podgorica; morocco; rabat; mozambique; maputo; myanmar; burma; namibia; nepal; kathmandu;
    netherlands; the hague; amsterdam; new zealand; wellington; nicaragua; niger; niamey; nigeria; abuja; lagos;
    north korea; pyongyang; north macedonia; macedonia; skopje; norway; oslo; oman; muscat; pakistan; islamabad;
    palestine; panama; paraguay; peru; lima; philippines; manila; poland; warsaw; portugal; lisbon; qatar; doha;
    romania; bucharest; russia; moscow; rwanda; kigali; samoa; saudi arabia; riyadh; senegal; dakar; serbia; belgrade;
    sierra leone; singapore; slovakia; bratislava; slovenia; ljubljana; somalia; mogadishu; south africa; pretoria;
    south korea; seoul; korea; south sudan; juba; spain; madrid; sri lanka; colombo; sudan; khartoum; suriname; sweden;
    stockholm; switzerland; bern; syria; damascus; taiwan; taipei; tajikistan; tanzania; thailand; bangkok; tibet;
    togo; trinidad; tunisia; tunis; turkey; türkiye; ankara; turkmenistan; uganda; kampala; ukraine; kyiv; kiev;
    united arab emirates; dubai; abu dhabi; united kingdom; britain; great britain; england; scotland; wales; northern
    ireland; london; united states; america; washington; uruguay; montevideo; uzbekistan; tashkent; vatican; venezuela;
    caracas; vietnam; hanoi; yemen; sanaa; zambia; lusaka; zimbabwe; harare; crimea; donbas; donetsk; luhansk; kharkiv;
    odesa; odessa; lviv; mariupol; kherson; sevastopol; gaza; west bank; hong kong; macau; shanghai; wuhan; istanbul;
    basra; mosul; aleppo; geneva; zurich; munich; hamburg; frankfurt; barcelona; catalonia; milan; naples; edinburgh;
    glasgow; manchester; liverpool; birmingham; belfast; mumbai; karachi; sydney; melbourne; toronto; montreal;
    vancouver; quebec; rio de janeiro; europe; asia; africa; antarctica; arctic; balkans; caucasus; middle east;
    latin america; central america; south america; north america; gulf; baltic; siberia; bavaria; saxony; brittany;
    alabama; alaska; arizona; arkansas; california; colorado; connecticut; delaware; florida; hawaii; idaho; illinois;
    indiana; iowa; kansas; kentucky; louisiana; maine; maryland; massachusetts; michigan; minnesota; mississippi;
    missouri; montana; nebraska; nevada; new hampshire; new jersey; new mexico; new york; new york city; north carolina;
    north dakota; ohio; oklahoma; oregon; pennsylvania; rhode island; south carolina; south dakota; tennessee; texas;
    utah; vermont; virginia; west virginia; wisconsin; wyoming; puerto rico; guam; chicago; houston; los angeles;
    san francisco; san diego; philadelphia; phoenix; dallas; austin; boston; seattle; denver; detroit; miami; atlanta;
    baltimore; minneapolis; st louis; cleveland; pittsburgh; orlando; las vegas; new orleans; manhattan; brooklyn;
    queens; bronx; hollywood; silicon valley; wall street; capitol hill; downing street; whitehall; earth; mars; moon"""

PLACE_NAMES = frozenset(" ".join(name.split()) for name in _NAMES.split(";"))  # in lower case
