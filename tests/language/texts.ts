/**
 * Texts by language, written for these tests: rules of schools on many subjects, in many tones. The first were at hand when the lists of small
 * words were made; the second were written afterwards, and Low Saxon, Limburgish, Low German and Luxembourgish of them changed the lists once.
 */
export const DUTCH: readonly string[] = [
  `Elke leerling krijgt aan het begin van het schooljaar een kluisje. De sleutel wordt tegen een borgsom van tien euro uitgereikt en blijft eigendom van de school. Wie zijn sleutel verliest, meldt dat dezelfde dag bij de balie en betaalt de kosten van een nieuw slot. De conciërge mag een kluisje openen wanneer er een redelijk vermoeden is dat er iets in ligt wat niet is toegestaan. Daarbij is altijd een tweede medewerker aanwezig. Na afloop wordt de leerling ingelicht. In de zomervakantie worden alle kluisjes leeggemaakt; wat achterblijft, bewaart de school tot 1 oktober en gaat daarna naar een goed doel.`,
  `Hoi! Je gaat binnenkort op kamp met je klas. Neem een slaapzak mee, een zaklamp, goede schoenen en genoeg schone kleren. Je telefoon blijft thuis. Mocht er iets zijn, dan kunnen je ouders de leiding altijd bellen. Snoep mag, maar hou het gezellig: deel het met de rest. We slapen in grote tenten op een boerderij en koken zelf. Iedereen helpt mee met afwassen en opruimen. Ben je ergens bang voor of slik je medicijnen? Vertel het dan vooraf aan je juf of meester.`,
  `Artikel 4. Samenstelling. 1. De commissie bestaat uit een voorzitter en twee leden. 2. De leden worden door het bevoegd gezag benoemd voor een termijn van drie jaren en zijn terstond herbenoembaar. 3. Het lidmaatschap eindigt door het verstrijken van de termijn, op eigen verzoek of door overlijden. 4. De voorzitter en de leden mogen geen deel uitmaken van het bestuur noch werkzaam zijn ten behoeve van een onder zijn gezag staande school.`,
  `Jaarverslag, begroting, meerjarenformatieplan, schoolgids, schoolplan, ondersteuningsprofiel, veiligheidsplan, pestprotocol, verzuimbeleid, overgangsnormen, examenreglement, toelatingsbeleid, leerlingenstatuut. Vaststelling: college van bestuur. Instemming: medezeggenschapsraad. Advies: ouderraad. Publicatie: website en intranet. Evaluatie: jaarlijks, uiterlijk in mei. Eigenaar: afdeling onderwijs en kwaliteit.`,
  `Wij vinden het belangrijk dat kinderen zich thuis voelen op onze school. Daarom luisteren we goed naar wat zij vertellen en nemen we hun zorgen serieus. Merken we dat het niet goed gaat met een kind, dan bespreken we dat eerst met elkaar en daarna met de ouders. Soms is er meer hulp nodig dan wij kunnen geven. Dan zoeken we samen met het wijkteam naar een oplossing die past bij het gezin.`,
  `In het kader van de verkeersveiligheid rond het gebouw geldt dat auto's niet voor het hek stoppen. Fietsers stappen af zodra zij het plein oprijden. Brommers en scooters staan in de stalling achter de gymzaal. Het parkeerterrein is bestemd voor personeel en bezoekers met een afspraak. Laden en lossen gebeurt voor acht uur of na vier uur, omdat er dan geen kinderen buiten spelen.`,
  `Het Chromebook dat de school uitleent, is voorzien van Google Workspace en Microsoft Teams. Installeer geen apps of games zonder toestemming van de helpdesk. Screenshots van een online les, een livestream of een chat deel je niet via WhatsApp, Snapchat of TikTok. Bij hacking, phishing of cyberbullying volgt een time-out en een gesprek met de teamleider. Feedback over de software? Mail support.`,
]

export const ENGLISH: readonly string[] = [
  `Lockers are issued in the first week of term. A deposit of ten pounds is taken for the key, which remains the property of the school. Anyone who loses a key reports it to reception on the same day and pays for a new lock. The site manager may open a locker where there are reasonable grounds to believe that it holds something that is not allowed, and a second member of staff is always present. Whatever has been left behind in July is kept until the first of October and is then given to charity.`,
  `Hi everyone! You are off to camp soon. Bring a sleeping bag, a torch, good shoes and plenty of clean clothes. Leave your phone at home: if anything happens, your parents can call us at any time. Sweets are fine, but share them with your friends. We sleep in big tents on a farm and cook our own meals. We all help with the washing up. Are you worried about something, or do you take medicine? Tell your teacher before we go.`,
  `Article 4. Composition. 1. The committee shall consist of a chair and two members. 2. Members shall be appointed by the competent authority for a term of three years and shall be eligible for reappointment. 3. Membership shall end upon expiry of the term, at the member's own request or upon death. 4. Neither the chair nor the members shall be employed by a school under the authority of the board.`,
  `Annual report, budget, staffing plan, prospectus, school development plan, safeguarding policy, behaviour policy, attendance policy, admissions criteria, examination regulations, complaints procedure. Approved by: board of governors. Consulted: parent council. Published: website and intranet. Review: annually, by the end of May. Owner: department of quality and learning.`,
  `We want children to feel at home in our school. That is why we listen carefully to what they tell us and take their worries seriously. When we notice that a child is not doing well, we talk about it with each other first and with the parents next. Sometimes more help is needed than we can give, and then we look for a solution together with the local team.`,
  `For the safety of everyone around the building, cars do not stop in front of the gate. Cyclists dismount as soon as they enter the playground. The car park is for staff and for visitors with an appointment. Deliveries are made before eight or after four, because no children are playing outside at those times.`,
]

/** By language tag (BCP 47). */
export const OTHER: readonly (readonly [tag: string, text: string])[] = [
  [
    'fy',
    `Alle learlingen krije oan it begjin fan it skoaljier in kastke. De kaai wurdt tsjin in boarch fan tsien euro útrikt en bliuwt eigendom fan de skoalle. Wa't syn kaai kwytrekket, jout dat deselde dei troch oan de baly en betellet de kosten fan in nij slot. De konsjerzje mei in kastke iepenmeitsje as der in ridlik fermoeden is dat der wat yn leit dat net tastien is. Dêr is altyd in twadde meiwurker by. Yn de simmerfakânsje wurde alle kastkes leechmakke; wat oerbliuwt, bewarret de skoalle oant 1 oktober.`,
  ],
  [
    'de',
    `Jede Schülerin und jeder Schüler erhält zu Beginn des Schuljahres ein Schließfach. Der Schlüssel wird gegen eine Kaution von zehn Euro ausgegeben und bleibt Eigentum der Schule. Wer seinen Schlüssel verliert, meldet das am selben Tag im Sekretariat und trägt die Kosten für ein neues Schloss. Der Hausmeister darf ein Fach öffnen, wenn der begründete Verdacht besteht, dass sich darin etwas befindet, was nicht erlaubt ist. Dabei ist immer eine zweite Person anwesend. In den Sommerferien werden alle Fächer geleert.`,
  ],
  [
    'fr',
    `Chaque élève reçoit un casier au début de l'année scolaire. La clé est remise contre une caution de dix euros et reste la propriété de l'école. Celui qui perd sa clé le signale le jour même à l'accueil et paie les frais d'une nouvelle serrure. Le concierge peut ouvrir un casier lorsqu'il y a lieu de penser qu'il contient un objet interdit. Un second membre du personnel est toujours présent. Pendant les vacances d'été, tous les casiers sont vidés et ce qui reste est conservé jusqu'au premier octobre.`,
  ],
  [
    'es',
    `Al comienzo del curso cada alumno recibe una taquilla. La llave se entrega a cambio de una fianza de diez euros y sigue siendo propiedad del centro. Quien pierda su llave debe comunicarlo el mismo día en conserjería y pagar los gastos de una cerradura nueva. El conserje puede abrir una taquilla cuando haya motivos razonables para pensar que contiene algo que no está permitido. Siempre estará presente otro miembro del personal. Durante las vacaciones de verano se vacían todas las taquillas.`,
  ],
  [
    'it',
    `All'inizio dell'anno scolastico ogni alunno riceve un armadietto. La chiave viene consegnata dietro una cauzione di dieci euro e rimane di proprietà della scuola. Chi perde la chiave lo comunica il giorno stesso alla segreteria e paga le spese per una nuova serratura. Il bidello può aprire un armadietto quando c'è un fondato sospetto che contenga qualcosa che non è permesso. È sempre presente un secondo collaboratore. Durante le vacanze estive tutti gli armadietti vengono svuotati.`,
  ],
  [
    'pt',
    `No início do ano letivo cada aluno recebe um cacifo. A chave é entregue mediante uma caução de dez euros e continua a ser propriedade da escola. Quem perder a chave deve comunicá-lo no mesmo dia na receção e pagar as despesas de uma nova fechadura. O contínuo pode abrir um cacifo quando houver razões para pensar que contém algo que não é permitido. Está sempre presente um segundo funcionário. Durante as férias de verão todos os cacifos são esvaziados.`,
  ],
  [
    'da',
    `Hver elev får et skab ved skoleårets begyndelse. Nøglen udleveres mod et depositum på ti euro og forbliver skolens ejendom. Den, der mister sin nøgle, melder det samme dag på kontoret og betaler udgifterne til en ny lås. Pedellen må åbne et skab, når der er rimelig mistanke om, at der ligger noget i det, som ikke er tilladt. Der er altid en anden medarbejder til stede. I sommerferien bliver alle skabe tømt, og det, der er tilbage, bliver gemt til den første oktober.`,
  ],
  [
    'sv',
    `Varje elev får ett skåp i början av läsåret. Nyckeln lämnas ut mot en deposition på tio euro och förblir skolans egendom. Den som tappar sin nyckel anmäler det samma dag i receptionen och betalar kostnaden för ett nytt lås. Vaktmästaren får öppna ett skåp när det finns skälig misstanke om att det ligger något i det som inte är tillåtet. En annan medarbetare är alltid närvarande. Under sommarlovet töms alla skåp och det som är kvar sparas till den första oktober.`,
  ],
  [
    'nb',
    `Hver elev får et skap ved begynnelsen av skoleåret. Nøkkelen leveres ut mot et depositum på ti euro og forblir skolens eiendom. Den som mister nøkkelen sin, melder det samme dag i resepsjonen og betaler utgiftene til en ny lås. Vaktmesteren kan åpne et skap når det er rimelig mistanke om at det ligger noe i det som ikke er tillatt. En annen ansatt er alltid til stede. I sommerferien blir alle skapene tømt, og det som er igjen, blir tatt vare på til første oktober.`,
  ],
  [
    'af',
    `Elke leerling kry aan die begin van die skooljaar 'n sluitkas. Die sleutel word teen 'n deposito van tien euro uitgereik en bly die eiendom van die skool. Iemand wat sy sleutel verloor, rapporteer dit dieselfde dag by die kantoor en betaal die koste van 'n nuwe slot. Die opsigter mag 'n kas oopmaak wanneer daar 'n redelike vermoede is dat daar iets in is wat nie toegelaat word nie. Daar is altyd 'n tweede personeellid by. In die somervakansie word al die kaste leeggemaak.`,
  ],
  [
    'pl',
    `Na początku roku szkolnego każdy uczeń otrzymuje szafkę. Klucz wydaje się za kaucją dziesięciu euro i pozostaje on własnością szkoły. Kto zgubi klucz, zgłasza to tego samego dnia w sekretariacie i pokrywa koszt nowego zamka. Woźny może otworzyć szafkę, gdy istnieje uzasadnione podejrzenie, że znajduje się w niej coś, co nie jest dozwolone. Zawsze jest przy tym obecny drugi pracownik. W czasie wakacji letnich wszystkie szafki są opróżniane.`,
  ],
  [
    'tr',
    `Öğretim yılının başında her öğrenciye bir dolap verilir. Anahtar on avro depozito karşılığında teslim edilir ve okulun malı olarak kalır. Anahtarını kaybeden öğrenci bunu aynı gün danışmaya bildirir ve yeni kilidin masrafını öder. Dolabın içinde izin verilmeyen bir şey bulunduğuna dair makul bir şüphe varsa görevli dolabı açabilir. Bu sırada her zaman ikinci bir çalışan hazır bulunur. Yaz tatilinde bütün dolaplar boşaltılır.`,
  ],
  [
    'ro',
    `La începutul anului școlar fiecare elev primește un dulap. Cheia se predă în schimbul unei garanții de zece euro și rămâne proprietatea școlii. Cine își pierde cheia anunță în aceeași zi la secretariat și plătește cheltuielile pentru o încuietoare nouă. Îngrijitorul poate deschide un dulap atunci când există o bănuială întemeiată că în el se află ceva ce nu este permis. Este întotdeauna prezent un al doilea angajat. În vacanța de vară toate dulapurile sunt golite.`,
  ],
  [
    'cs',
    `Na začátku školního roku dostane každý žák skříňku. Klíč se vydává proti záloze deseti eur a zůstává majetkem školy. Kdo klíč ztratí, ohlásí to ještě týž den v kanceláři a zaplatí náklady na nový zámek. Školník smí skříňku otevřít, pokud je důvodné podezření, že je v ní něco, co není dovoleno. Vždy je přitom přítomen druhý zaměstnanec. O letních prázdninách se všechny skříňky vyprázdní.`,
  ],
  [
    'fi',
    `Jokainen oppilas saa lukuvuoden alussa kaapin. Avain luovutetaan kymmenen euron panttia vastaan, ja se pysyy koulun omaisuutena. Avaimensa kadottanut ilmoittaa siitä samana päivänä kansliaan ja maksaa uuden lukon kustannukset. Vahtimestari saa avata kaapin, kun on perusteltua syytä epäillä, että siellä on jotakin kiellettyä. Toinen työntekijä on aina paikalla. Kesälomalla kaikki kaapit tyhjennetään.`,
  ],
  [
    'hu',
    `A tanév elején minden tanuló kap egy szekrényt. A kulcsot tíz euró letét ellenében adják ki, és az iskola tulajdonában marad. Aki elveszíti a kulcsát, még aznap jelenti a portán, és megfizeti az új zár költségét. A gondnok kinyithatja a szekrényt, ha alapos a gyanú, hogy olyasmi van benne, ami nem megengedett. Ilyenkor mindig jelen van egy másik dolgozó is. A nyári szünetben minden szekrényt kiürítenek.`,
  ],
  [
    'cy',
    `Mae pob disgybl yn cael locer ar ddechrau'r flwyddyn ysgol. Rhoddir yr allwedd am flaendal o ddeg ewro ac mae'n parhau'n eiddo i'r ysgol. Rhaid i unrhyw un sy'n colli allwedd roi gwybod i'r dderbynfa ar yr un diwrnod a thalu am glo newydd. Caiff y gofalwr agor locer pan fydd rheswm da dros gredu bod rhywbeth ynddo nad yw'n cael ei ganiatáu. Bydd ail aelod o staff yn bresennol bob amser. Yn ystod gwyliau'r haf mae pob locer yn cael ei wagio.`,
  ],
  [
    'id',
    `Pada awal tahun ajaran setiap siswa menerima sebuah loker. Kunci diberikan dengan uang jaminan sepuluh euro dan tetap menjadi milik sekolah. Siswa yang kehilangan kunci melaporkannya pada hari yang sama kepada petugas dan membayar biaya gembok baru. Penjaga sekolah boleh membuka loker apabila ada alasan yang kuat bahwa di dalamnya terdapat sesuatu yang tidak diperbolehkan. Seorang pegawai lain selalu hadir. Pada libur musim panas semua loker dikosongkan.`,
  ],
  [
    'pap',
    `Na kuminsamentu di e aña skolar kada alumno ta haña un lòker. Ta entregá e yabi pa un garantia di dies euro i e ta keda propiedat di e skol. Esun ku pèrdè su yabi ta avisá esaki e mes dia na resepshon i ta paga e gastunan di un slòt nobo. E konsièrzje por habri un lòker ora tin motibu pa kere ku tin algu aden ku no ta permití. Semper tin un di dos empleado presente. Den vakansi di zomer ta basha tur lòker.`,
  ],
  [
    'uk',
    `На початку навчального року кожен учень отримує шафку. Ключ видається під заставу в десять євро і залишається власністю школи. Хто загубить ключ, повідомляє про це того самого дня і сплачує вартість нового замка. Завгосп може відкрити шафку, якщо є обґрунтована підозра, що в ній лежить щось недозволене. При цьому завжди присутній другий працівник. Під час літніх канікул усі шафки звільняють.`,
  ],
  [
    'ar',
    `يحصل كل تلميذ في بداية العام الدراسي على خزانة. يُسلَّم المفتاح مقابل تأمين قدره عشرة يورو ويبقى ملكًا للمدرسة. من يفقد مفتاحه يبلغ عن ذلك في اليوم نفسه ويدفع تكاليف القفل الجديد. يجوز للحارس أن يفتح الخزانة عندما يكون هناك اشتباه معقول بأن فيها شيئًا غير مسموح به. ويكون موظف ثانٍ حاضرًا دائمًا. في العطلة الصيفية تُفرَّغ جميع الخزائن.`,
  ],
]

export const DUTCH_UNSEEN: readonly string[] = [
  `Mobiele telefoons blijven tijdens de les in de tas of in de kluis. Wil je toch bellen, vraag het dan eerst aan de docent. Voor het maken van foto's of filmpjes heb je altijd toestemming nodig van degene die erop staat. Gebeurt het toch, dan wordt het toestel ingenomen tot het einde van de schooldag.`,
  `Gymzaal: schoenen met zwarte zolen verboden; sieraden af; materiaal na gebruik opruimen; schade direct melden; verbanddoos naast de uitgang; ramen sluiten; licht uit; nooduitgang vrijhouden.`,
  `Definities. Klager: leerling, ouder, personeelslid of ander die een klacht heeft ingediend. Klacht: klacht over gedragingen en beslissingen. Contactpersoon: persoon bedoeld in artikel 3. Verweerder: persoon tegen wie een klacht is gericht.`,
  `Ge moogt uw gsm niet gebruiken tijdens de les. Wie toch wil bellen, vraagt dat eerst aan de leerkracht. Foto's nemen van iemand mag enkel met zijn akkoord. Doet ge het toch, dan wordt uw toestel bijgehouden op het secretariaat tot het einde van de schooldag en worden uw ouders verwittigd.`,
]

export const ENGLISH_UNSEEN: readonly string[] = [
  `Mobile phones stay switched off during lessons. Anyone who wants to make a call asks the teacher first. Filming or photographing a person without consent is not allowed. If the rule is broken, the phone is kept until the end of the school day and parents are told if it happens again.`,
  `Gym: no outdoor shoes; jewellery off; equipment tidied after use; damage reported at once; first aid box beside exit; windows shut; lights out; fire exit kept clear.`,
  `Definitions. Complainant: a pupil, parent or employee who has made a complaint. Complaint: an expression of dissatisfaction about conduct or decisions. Contact person: the person referred to in rule 3. Respondent: the person against whom a complaint is made.`,
]

export const OTHER_UNSEEN: readonly (readonly [tag: string, text: string])[] = [
  [
    'fy',
    `Wy fine it wichtich dat bern har op skoalle feilich fiele. As der wat mis is, dan prate wy earst mei it bern en dêrnei mei de âlden. Op it skoalplein is altyd in learkrêft dy't tasjocht hâldt. Pesten wurdt net tastien. Bern dy't elkoar dochs treiterje, wurde der op oansprutsen en moatte it goedmeitsje. Blykt dat net te helpen, dan komme de âlden op besite foar in petear mei de direkteur.`,
  ],
  [
    'fy',
    `Mobile tillefoans bliuwe ûnder de les yn de tas. Wolsto dochs skilje, freegje it dan oan de learaar. Foar it meitsjen fan foto's of films is altyd tastimming nedich fan de persoan dy't derop stiet.`,
  ],
  [
    'de',
    `Mobiltelefone bleiben während des Unterrichts in der Tasche. Wer dennoch telefonieren möchte, fragt zuvor die Lehrkraft. Für das Anfertigen von Fotos oder Filmen ist stets die Einwilligung der abgebildeten Personen erforderlich. Bei Verstößen wird das Gerät bis zum Ende des Schultages eingezogen. Die Eltern werden benachrichtigt, wenn dies mehr als zweimal geschieht.`,
  ],
  [
    'de',
    `Hausordnung Turnhalle: Straßenschuhe ausziehen, Getränke nur in Plastikflaschen, Geräte nach Gebrauch aufräumen, Schäden sofort melden, Schmuck ablegen, Fenster schließen, Licht ausschalten, Verbandskasten neben Ausgang.`,
  ],
  [
    'fr',
    `Les téléphones portables restent éteints pendant les cours. Celui qui souhaite appeler demande d'abord la permission au professeur. Il est interdit de filmer ou de photographier une personne sans son accord. En cas de manquement, l'appareil est confisqué jusqu'à la fin de la journée et les parents sont prévenus si cela se reproduit.`,
  ],
  [
    'es',
    `Los teléfonos móviles permanecen apagados durante las clases. Quien quiera llamar pide antes permiso al profesor. Está prohibido grabar o fotografiar a una persona sin su consentimiento. En caso de incumplimiento, el aparato se retira hasta el final de la jornada y se avisa a los padres si vuelve a ocurrir.`,
  ],
  [
    'af',
    `Selfone bly tydens die les in die tas. As jy tog wil bel, vra eers vir die onderwyser. Niemand mag foto's of video's van 'n ander leerder neem sonder sy of haar toestemming nie. As dit wel gebeur, word die foon tot aan die einde van die skooldag weggesit en die ouers word ingelig.`,
  ],
  [
    'nds',
    `Mobiltelefoons blievt in de Tasch, solang de Ünnerricht duert. Well doch telefoneren will, fraagt toeerst den Schoolmester. Fotos oder Films dröövt blots maakt warrn, wenn de Lüüd dormit inverstahn sünd. Wenn een sik nich doran höllt, warrt dat Telefoon bet to'n Enn vun den Schooldag wegslaten un de Öllern kriegt Bescheed.`,
  ],
  [
    'nds-NL',
    `De kinder mot zich op skole thuus veulen. As der wat is, dan proat wie eerst met 't keend en loater met de oalders. Op 't pleain is altied 'n meester of juf dee in de gaten höldt wat der gebeurt. Pesten is nich good. Wel dat toch döt, den mot 't ok weer goodmaken.`,
  ],
  [
    'li',
    `Kinger motte zich op sjoal thoes veule. Es get neet good geit, dan kalle veer ieërs mit 't kindj en dernao mit de aojers. Op de speelplaats is altied emes dae oplètj. Peste maag neet. Wae dat toch deit, weurt drop aangespraoke en mót 't wir good make.`,
  ],
  [
    'lb',
    `D'Handye bleiwen während dem Unterricht an der Täsch. Wien awer telefonéiere wëll, freet virdrun d'Enseignanten. Et ass verbueden, Fotoen oder Filmer vun enger Persoun ze maachen, ouni datt si d'accord ass. Wann een sech net drun hält, gëtt den Apparat bis um Enn vum Schouldag agezunn an d'Eltere ginn informéiert.`,
  ],
  [
    'eu',
    `Telefono mugikorrak itzalita egongo dira eskola orduetan. Deitu nahi duenak irakasleari baimena eskatuko dio lehenago. Debekatuta dago pertsona bat grabatzea edo argazkiak ateratzea haren baimenik gabe. Arau hau betetzen ez bada, gailua egun amaierara arte gordeko da eta gurasoei jakinaraziko zaie berriro gertatzen bada.`,
  ],
  [
    'la',
    `Telephona mobilia inter lectiones exstincta maneant. Qui tamen vocare vult, prius a magistro veniam petat. Neminem sine consensu eius photographare aut pelliculam facere licet. Si quis contra hanc regulam fecerit, instrumentum usque ad finem diei scholastici retinebitur et parentes certiores fient, si iterum acciderit. Omnes discipuli has regulas observare debent.`,
  ],
  [
    'eo',
    `Poŝtelefonoj restas malŝaltitaj dum la lecionoj. Kiu tamen volas telefoni, tiu unue petas permeson de la instruisto. Estas malpermesite filmi aŭ foti iun sen ties konsento. Se iu ne observas tiun ĉi regulon, la aparato estas retenata ĝis la fino de la lerneja tago, kaj la gepatroj estas informataj, se tio denove okazas.`,
  ],
  [
    'gl',
    `Os teléfonos móbiles permanecen apagados durante as clases. Quen queira chamar pide antes permiso ao profesor. Está prohibido gravar ou fotografar unha persoa sen o seu consentimento. En caso de incumprimento, o aparello retírase ata o final da xornada e avísase aos pais se volve ocorrer.`,
  ],
  [
    'fo',
    `Fartelefonir skulu vera sløktar í tímanum. Tann, ið kortini vil ringja, spyr fyrst læraran um loyvi. Tað er ikki loyvt at filma ella taka myndir av einum persóni uttan hansara samtykki. Verður reglan ikki hildin, verður telefonin tikin til skúladagin er liðugur, og foreldrini fáa boð, um tað hendir aftur.`,
  ],
  [
    'el',
    `Τα κινητά τηλέφωνα παραμένουν κλειστά κατά τη διάρκεια του μαθήματος. Όποιος θέλει να τηλεφωνήσει ζητά πρώτα άδεια από τον καθηγητή. Απαγορεύεται η φωτογράφιση χωρίς συγκατάθεση.`,
  ],
  [
    'sv',
    `Mobiltelefoner ska vara avstängda under lektionerna. Den som ändå vill ringa frågar först läraren. Det är förbjudet att filma eller fotografera någon utan samtycke. Vid överträdelse tas telefonen om hand till skoldagens slut och vårdnadshavarna får veta det om det händer igen.`,
  ],
  [
    'tl',
    `Ang mga telepono ay dapat nakapatay habang may klase. Ang sinumang nais tumawag ay hihingi muna ng pahintulot sa guro. Bawal kumuha ng larawan o video ng ibang tao nang walang pahintulot niya. Kung hindi susundin ang patakaran, itatago ang telepono hanggang sa katapusan ng araw at ipaaalam ito sa mga magulang kapag naulit.`,
  ],
  ['sr', `Мобилни телефони остају искључени током часова. Ко ипак жели да телефонира, прво тражи дозволу од наставника.`],
  [
    'ht',
    `Telefòn pòtab yo dwe rete fèmen pandan kou yo. Moun ki vle rele mande pwofesè a pèmisyon anvan. Li entèdi pou filme oswa pran foto yon moun san konsantman li. Si yon elèv pa respekte règ sa a, y ap kenbe aparèy la jouk nan fen jounen lekòl la epi y ap avèti paran yo.`,
  ],
]
