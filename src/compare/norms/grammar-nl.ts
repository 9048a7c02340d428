import type { NormGrammar } from './stance.js'

/** How Dutch policies say must, may, must not and should. */
export const DUTCH: NormGrammar = {
  lang: 'nl',
  parts: {
    w: "[\\p{L}'’-]+",
    not: '(?:niet|geen|nooit|nimmer|niets|niemand|evenmin)',
    // What may stand between the halves of a norm: words of the same part of the sentence.
    gap: '(?:(?!\\b(?:mits|tenzij|indien|wanneer|zolang|maar|omdat|zodat|behalve|waarvan|waarmee|waardoor)\\b)[^,;:!?])*?',
    // The same, but not into a subordinate part.
    near: '(?:(?!\\b(?:dat|die|wat|wie|of|als|om|indien|wanneer|tenzij|mits|maar|omdat|zodat|waar\\p{L}*)\\b)[^,;:!?])*?',
    // The same, but past commas: words put between.
    wide: '(?:(?!\\b(?:dat|die|wat|wie|als|om|indien|wanneer|tenzij|mits|maar|omdat|zodat)\\b)[^;:.!?])*?',
    person:
      '(?:<w>)?(?:medewerk(?:st)?ers?|personeelsl(?:id|eden)|personeel|werknemers?|leerkracht(?:en)?|docent(?:en|e)?|lera(?:ar|ren)|leerling(?:en)?|student(?:en)?|deelnemers?|betrokkenen?|gebruikers?|ouders?|verzorgers?|stagiaire?s?|vrijwilligers?|bezoekers?|directeur(?:en)?|directie|teamleiders?|schoolleid(?:ing|ers?)|bevoegd gezag|bestuur(?:der)?|leidinggevenden?|mentor(?:en)?|coördinator(?:en)?|beheerders?|vertrouwens(?:persoon|inspecteur)|commissie|werkgroep|raad|afdeling(?:en)?|aanvragers?|inkopers?|budgethouders?|klagers?|iedereen|eenieder|een ieder|ieder)',
    body: '(?:school|scholen|instelling(?:en)?|onderwijsinstelling(?:en)?|stichting|organisatie|locaties?|sector(?:en)?)',
    role: '(?:<person>|<body>)',
    det: '(?:de|het|een|alle|elke?|iedere?|onze|zijn|haar|hun|deze|die|beide|geen)',
    // Verbs that describe: what follows them is no duty.
    state:
      '(?:is|zijn|was|waren|ben|bent|heeft|hebben|had|kan|kunnen|wil|willen|ziet|zien|vindt|vinden|vertrouwt|vertrouwen|hecht|hechten|onderken(?:t|nen)|erken(?:t|nen)|streeft|streven|beoogt|beogen|biedt|respecteert|gelooft|voelt|blijkt|blijven|blijft|staat|staan|ontstaat|ontstaan|wordt|worden|kiest|weet|weten|maakt mogelijk|maken zich mogelijk|maakt zich mogelijk|bestaat|bestaan|gaan? ervan uit|moedigt|betekent|betreft|telt|verschilt)',
    // Endings of finite verbs, apart from the small words that end alike.
    verb: '(?!(?:en|het|met|niet|\\p{L}*dat|wat|want|tot|uit|een|van|aan|tegen|tussen|binnen|buiten|alleen|ten|naast|omtrent|behalve|voor|geen|vooral|geldt|gelden|moeten|mogen|<state>)\\b)\\p{L}{2,}(?:t|en)',
    start: '^(?:[-–•*"\'“‘(]\\s*)*',
    order:
      '(?:plaats|gebruik|maak|geef|houd|hou|let|wees|word|bedenk|realiseer|besef|onthoud|knoop|respecteer|spreek|praat|check|controleer|kijk|bekijk|signaleer|meld|wijs|zeg|vermeld|noem|vraag|overleg|neem|zorg|volg|citeer|haal|zet|voer|toon|laat|ga|kom|doe|deel|stuur|reageer|corrigeer|herstel|verwijder|bewaar|voeg|schrijf|lees|open|sluit|kies|bespreek|denk|pas|leg|beantwoord|registreer|raadpleeg|vergeet|bel|mail|gedraag|stel|informeer|print|lever|bestel|betaal|teken|onderteken|dien|verwijs|blijf|probeer|begin|stop|zoek|werk|help|wacht|draag|breng|verspreid|publiceer|vertel|ken)',
    // "als" that opens a condition: not "zowel … als", "in de rol als", "als medewerker".
    if: 'als(?<!\\bzowel\\b[^,;.]*als|\\b(?:rol|functie|hoedanigheid|net zo|zo) als)(?= (?:<det>|je|jij|u|hij|zij|ze|we|wij|er|dat|dit|men|iemand|niemand|daar\\p{L}*|hier\\p{L}*|\\p{L}+(?:en|s|ers))\\b)',
    avoid: '(?:voorkom|vermijd|ontwijk|onthoud je van|onthoud u van)',
    act: '(?:genomen|getroffen|opgelegd|aangesproken|opgenomen|vastgelegd|gemeld|geregistreerd|bewaard|verwijderd|gewist|geïnformeerd|ingelicht|gehoord|besproken|ondertekend|bijgehouden|geëvalueerd|herzien|verstrekt|gevolgd|nageleefd|gecontroleerd|aangevraagd|ingediend|uitgevoerd|overlegd|teruggegeven|ingeleverd|vernietigd|beoordeeld|geraadpleegd|gesteld|gedaan|gemaakt|toegepast|voorgelegd|afgehandeld)',
    measure: '(?:maatregel(?:en)?|sancties?|aangifte|straf(?:fen)?|waarschuwing|schorsing)',
  },
  restriction:
    '\\b(?:mits|tenzij|indien|alleen|slechts|enkel|uitsluitend|pas|nadat|op voorwaarde|onder (?:de )?voorwaarden?|voor zover|voorzover|zolang|behoudens|wanneer|mocht|ten behoeve van|na (?:\\p{L}+ ){0,3}toestemming|met (?:\\p{L}+ ){0,3}toestemming|<if>)\\b',
  condition:
    '\\b(?:mits|tenzij|indien|wanneer|zodra|zolang|nadat|op voorwaarde dat|onder (?:de )?voorwaarden?|voor zover|voorzover|behoudens|<if>|bij (?:\\p{L}+ ){0,2}twijfel|zonder (?:\\p{L}+ ){0,4}toestemming|na (?:\\p{L}+ ){0,3}toestemming|met (?:\\p{L}+ ){0,3}toestemming|afhankelijk van)\\b[^,;.]*',
  exceptions: '\\b(?:tenzij|behalve|uitgezonderd|met uitzondering van)(?: (?:als|wanneer|indien|in|bij|voor))?\\s*:\\s*$',
  conditions:
    '\\b(?:mits|indien|als|wanneer|voor zover|op voorwaarde dat|onder (?:de )?(?:volgende )?voorwaarden?(?: dat)?)\\s*:\\s*$',
  addressee: '\\b<role>\\b|\\bje\\b|\\bjij\\b|\\bu\\b',
  rules: [
    {
      modality: 'prohibition',
      pattern:
        '\\b<not>\\b(?: <w>){0,4}? (?:toegestaan|geoorloofd|toegelaten|veroorloofd)\\b|\\b(?:is|zijn)\\b<gap>\\b<not>\\b<gap>\\b(?:toegestaan|geoorloofd)\\b',
      examples: ['Het is niet toegestaan om in de les te bellen.', 'Grof taalgebruik is niet geoorloofd.'],
      not: ['Het is toegestaan, mits het geen geld kost.'],
    },
    {
      modality: 'prohibition',
      pattern: '\\b(?:verboden|verbiedt|verbieden|uit den boze|ontoelaatbaar)\\b',
      examples: ['Roken op het plein is verboden.', 'De school verbiedt het gebruik van drones.'],
    },
    {
      modality: 'conditional-permission',
      pattern:
        '\\b(?:slechts|alleen|enkel|uitsluitend|pas)\\b<gap>\\btoegestaan\\b|\\btoegestaan\\b<gap>\\b(?:mits|na|indien|als)\\b',
      examples: ['Bellen is slechts toegestaan na overleg.', 'Fotograferen is alleen in de aula toegestaan.'],
    },
    {
      modality: 'conditional-permission',
      pattern:
        '\\b(?:mag|mogen)\\b<gap>\\b(?:pas|alleen|slechts|enkel|uitsluitend)\\b|\\b(?:alleen|slechts|enkel|uitsluitend)\\b<gap>\\b(?:mag|mogen)\\b',
      examples: ['Een bestand mag pas worden gedeeld nadat het is gecontroleerd.', 'Alleen de conciërge mag de poort openen.'],
    },
    {
      modality: 'conditional-permission',
      pattern:
        '\\b(?:wordt|worden)\\b<gap>\\b(?:alleen|slechts|enkel|uitsluitend|pas)\\b<gap>\\b(?:na|nadat|met|mits|als|indien|wanneer)\\b',
      examples: [
        'Een verslag wordt slechts na akkoord van de mentor gedeeld.',
        'Sleutels worden pas meegegeven als de lijst is getekend.',
      ],
      not: ['De poort wordt alleen door de conciërge geopend.'],
    },
    {
      modality: 'prohibition',
      pattern: '\\b(?:mag|mogen)\\b<wide>\\b(?:<not>|noch)\\b|\\b<not>\\b<gap>\\b(?:mag|mogen)\\b',
      examples: [
        'Leerlingen mogen in de kantine niet rennen.',
        'Een docent mag boeken, schriften of pennen niet verkopen.',
        'Niets uit dit stuk mag worden vermenigvuldigd.',
      ],
      not: ['Ouders mogen foto’s maken, mits zij die niet delen.'],
    },
    {
      modality: 'obligation',
      pattern: '\\b(?:mag|mogen) (?:<w> ){0,3}(?:verwacht|aangenomen)\\b',
      examples: ['Van een mentor mag worden verwacht dat hij bereikbaar is.'],
    },
    {
      modality: 'permission',
      pattern:
        '\\b(?:mag|mogen|toegestaan|geoorloofd|staat (?:<w> ){0,3}vrij|(?:heeft|hebben) het recht|gerechtigd|bevoegd om|(?:de )?gelegenheid om|is (?:het )?mogelijk voor (?:<w> ){1,4}om|laat<gap>over aan|laten<gap>over aan)\\b(?<!\\b(?:in hoeverre|in welke (?:mate|gevallen))\\b[^,;.]*)',
      examples: ['Ouders mogen meekijken.', 'De school geeft leerlingen de gelegenheid om te reageren.'],
      not: ['Dat is mogelijk niet juist.', 'Hier staat in welke mate spelen is toegestaan.'],
    },
    {
      modality: 'recommendation',
      pattern:
        '\\b(?:verstandig|aan te (?:raden|bevelen)|aanbevolen|aanbeveling|geadviseerd|adviseren|adviseert|raden? (?:<w> ){0,4}aan|raadzaam|wenselijk|bij voorkeur|kun(?:t|nen)?\\b(?: <w>){0,4}? beste?|(?:is|zijn) (?:<w> ){0,3}(?:belangrijk|van belang) (?:om|dat)|extra (?:voorzichtig|goed op\\p{L}*)|zou(?:den)? moeten)\\b',
      examples: ['Het is verstandig om vooraf te bellen.', 'Je kunt het best eerst je mentor vragen.'],
      not: ['Sport is van groot belang voor de school.'],
    },
    {
      modality: 'recommendation',
      pattern:
        '\\b(?:wordt|worden) (?:<w> ){0,6}?(?:verzocht|gevraagd|uitgenodigd|aangemoedigd|gestimuleerd)\\b|\\b(?:het|met het|dit|een) verzoek (?:aan|om)\\b|\\bhet verzoek\\b|\\bvragen wij\\b|\\bwij vragen\\b|\\bwe vragen\\b|\\b(?:moedigt|moedigen|spoort|sporen)\\b<gap>\\baan\\b|\\bstimuler(?:en|t) (?:wij|we|iedereen|medewerkers|leerlingen)\\b|\\b(?:iedereen|medewerkers|leerlingen)\\b<gap>\\baan(?:sporen|moedigen)\\b',
      examples: ['Ouders wordt gevraagd op tijd te komen.', 'Wij vragen bezoekers zich te melden.'],
      not: ['De toestemming wordt schriftelijk door de school bewaard.'],
    },
    {
      modality: 'obligation',
      pattern:
        '(?<!\\b(?:protocol|document|beleid|reglement|notitie|regeling|code|het|dat|dit) )\\b(?:dient|dienen|dienden|dien|moet|moeten|moest|(?:hoort|horen|behoort|behoren)(?= (?:<w> ){0,6}?te\\b))\\b(?!<gap>\\bbeschermen\\b)',
      examples: [
        'Elke bezoeker dient zich te melden.',
        'De medewerker moet zijn pas tonen.',
        'Je moet op tijd komen.',
        'Een bezoeker hoort zich te melden.',
      ],
      not: ['Het protocol dient alle kinderen te beschermen.', 'Dit protocol moet rust brengen.'],
    },
    {
      modality: 'obligation',
      pattern:
        '\\b(?:verplicht|verplichting|verplichte|gehouden (?:om|tot|aan)|vereist|noodzakelijk dat|(?:verwacht|verwachten) (?:<w> ){0,3}?(?:van|dat)|(?:wordt|worden) (?:<w> ){0,5}?verwacht|(?:wordt|worden) (?:<w> ){0,3}?geacht|essentieel (?:<w> ){0,9}?is (?:<w> ){0,3}?dat|essentieel (?:is )?dat|wezenlijk belang (?:is )?dat|draagt zorg|dragen zorg|zorg(?:t|en) (?:er ?voor|dat|voor)|ziet erop toe|zien erop toe|ziet toe|is het aan)\\b',
      examples: [
        'Het dragen van een helm is verplicht.',
        'De school verwacht van ouders dat zij lezen wat zij tekenen.',
        'De mentor zorgt ervoor dat ieder het weet.',
        'Wij vinden het essentieel dat ieder zich veilig voelt.',
      ],
    },
    {
      modality: 'permission',
      pattern:
        '\\b(?:kan|kunnen)\\b[^,.;:!?]*?\\b(?:<measure>|schorsen|weigeren|ontzeggen|innemen|ontslaan|uitsluiten|verzoeken|besluiten|advies vragen|om raad vragen|worden (?:gevraagd|verleend|opgelegd|getroffen|toegestaan)|afwijken|ontheffing)\\b(?:[^.;:!?]*?\\bworden(?: <act>)?\\b)?|\\b<measure>\\b<near>\\b(?:kan|kunnen)\\b|\\b(?:je|u) kunt? (?:<w> ){0,3}(?:vragen|aanvragen)\\b|\\bkun(?:t|nen)? (?:je|u) (?:<w> ){0,3}(?:vragen|terecht|aanvragen)\\b|\\bkunnen (?:<w> ){0,3}<measure>\\b',
      examples: [
        'De directeur kan een sanctie opleggen.',
        'Bij herhaling kan de school een leerling schorsen.',
        'Je kunt advies vragen aan de coach.',
      ],
      not: [
        'Dit protocol kan worden aangehaald als: het protocol.',
        'Ruzie kan tot spanning leiden.',
        'Er volgen straffen die kunnen oplopen.',
      ],
    },
    {
      modality: 'prohibition',
      pattern:
        '\\b(?:wordt|worden|zal|zullen)\\b<near>\\b(?:geen|niet|nooit)\\b(?! alleen\\b)|\\b<role>\\b<near>\\b(?:is|zijn)\\b<near>\\bniet (?:actief|bereikbaar)\\b',
      examples: [
        'Op klachten wordt via de app niet gereageerd.',
        'Leerlingen zijn onder de toets niet actief op hun telefoon.',
        'Door de mentor worden geen cijfers doorgegeven.',
      ],
      not: ['De instelling is zo gekozen dat niet meer wordt gedeeld dan nodig.'],
    },
    {
      modality: 'obligation',
      pattern: '\\b(?:wordt|worden)\\b[^;:!?]*?\\b<act>\\b|\\b(?:zal|zullen)\\b[^;:!?]*?\\b(?:worden|<act>)\\b',
      examples: ['Een incident wordt binnen een dag gemeld.', 'Bij diefstal zal door de directeur aangifte worden gedaan.'],
      not: ['In dit stuk wordt uitgelegd waarom.', 'Zij vertrouwt erop dat allen verantwoord zullen omgaan met geld.'],
    },
    {
      modality: 'prohibition',
      pattern:
        '<start><avoid>\\b|<start>(?:<order>)\\b<near>\\b(?:<not>)\\b|, (?:<order>) (?:<w> ){0,3}?dan (?:<w> ){0,2}?<not>\\b|\\b<w> (?:je|jij|u) (?:het |dit |dat )?(?:in geen geval|nooit|geen|niet)\\b(?=[^,]*$)|\\b(?:laat|laten) (?:je|u) achterwege\\b',
      examples: ['Plaats nooit een adres online.', 'Vermijd harde woorden.', 'Een wachtwoord deel je nooit.'],
      not: ['Plaats een foto bij je profiel.'],
      fallback: true,
    },
    {
      modality: 'prohibition',
      pattern:
        '<start>(?:[Nn]iet|[Nn]ooit|[Gg]een)\\b(?: <w>){1,4}[.!;]?$|: niet \\p{L}+en\\b|\\b(?:niet|nooit) \\p{L}+[ae]n[.!;]?$',
      examples: ['Geen filmpjes in de kleedkamer.', 'Bij onweer geldt: niet zwemmen.', 'Bij onweer het water nooit ingaan.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern:
        '<start>(?:bedenk|realiseer|gedraag|houd?) (?:je|u)\\b(?! (?:je|u|niet)\\b)|<start>(?!denk (?:(?:hierbij|daarbij|dan) )?(?:bijvoorbeeld|onder (?:meer|andere)) aan\\b)<order>\\b(?! (?:<w> )?(?:je|u) (?:[^,]+), )(?!<gap>\\?)|[,;:] (?:maar )?(?:<order>|beweeg)(?: (?:er|het|dit|dat|daar|je|jezelf|zo|deze|die|dan|hierbij|daarbij))+ |\\b(?:<order>) (?:<w> ){0,3}?dan\\b|, (?:<order>) dat\\b',
      examples: [
        'Meld een ongeval meteen.',
        'Als je weggaat, zeg dat dan tegen de mentor.',
        'Bedenk je goed, voor je instapt, dat de bus vol is.',
        'Houd je aan de tijd: pauze, les, pauze.',
      ],
      not: ['Elke school kan zelf kiezen.', 'Denk bijvoorbeeld aan een bal of een touw.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern:
        '\\b<person>\\b<gap>\\b(?:is|zijn) zich\\b<gap>\\bbewust\\b|\\b(?:ben|wees) je (?:er ?)?(?:van |dan )*bewust\\b|\\bhou(?:dt|den)\\b<gap>\\bzich\\b<gap>\\baan\\b|\\b(?:is|zijn) (?:<person> )?zich\\b<gap>\\bbewust\\b(?= (?:dat zij|van hun))',
      examples: ['Medewerkers zijn zich altijd bewust van hun voorbeeld.'],
      not: ['De stichting is zich ervan bewust dat tijden veranderen.'],
      fallback: true,
    },
    {
      modality: 'prohibition',
      pattern:
        '<start>(?:(?:ook|tevens|verder|daarnaast) )?(?:<det> )?(?:(?:<w> )?<person>|<det> <body>)\\b(?!:)(?:(?!\\b(?:<state>|die|dat|wie|om)\\b)[^;:.!?])*?\\b(?:geen|niet|nooit|niets)\\b|<start>wie [^,]+, <verb> (?:(?!\\bdat\\b)[^,;:.])*?\\b(?:geen|niet|nooit|niets)\\b|(?<!^)\\b<verb> (?:<det> )?<person>\\b<near>\\b(?:geen|niet|nooit)\\b',
      examples: [
        'Medewerkers delen geen adressen van collega’s.',
        'Wie hier werkt, plaatst niets over gezinnen.',
        'Voor eigen gewin verkoopt een docent geen boeken.',
      ],
      not: ['Een medewerker die niet komt, meldt dat.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern:
        '<start>(?:(?:ook|tevens|verder|daarnaast) )?(?:<det> )?(?:<w> )?(?:<person>|<det> <body>)\\b(?!:)(?!(?:[ ,/]+[^\\s,]+){0,7}?[ ,]+<state>\\b)(?=.*\\b<verb>\\b)',
      examples: [
        'De mentor belt dezelfde dag de ouders.',
        'De scholen vragen elk jaar toestemming.',
        'Alle leerlingen nemen hun pas mee.',
      ],
      not: ['De school is in 1990 gesticht.', 'Leerlingen: allen die zijn ingeschreven.', 'Medewerkers hebben een eigen kast.'],
      fallback: true,
    },
    {
      modality: 'obligation',
      pattern:
        '<start>(?:indien|als|wanneer|zodra|bij|in (?:het )?geval(?:len)?|na|voor|tijdens|mocht|over|van|op|binnen|jaarlijks|elk jaar|minstens|verder|ook|tevens|daarnaast)\\b.*?\\b<verb> (?:<det> )?(?:<w> )?(?:<person>|<det> <body>)\\b|[^,]{12,}?(?:,| en|,? dan)? <verb> (?:hij|zij)\\b|<start><verb> [^,]+, dan <verb> (?:<det> )?<role>\\b|<start>wie [^,]+, (?!(?:<w> )mogelijk)<verb>\\b|, dan <verb> (?:<det> )?\\p{Lu}',
      examples: [
        'Bij brand waarschuwt de conciërge en verlaten leerlingen het gebouw.',
        'Indien het misgaat, belt de directeur de inspectie.',
        'Wie dit merkt, meldt het.',
        'Gaat een leerling eerder weg, dan zegt hij of zij dat tegen de mentor.',
      ],
      not: ['In dit stuk staat hoe medewerkers werken.', 'Kinderen worden sterk van bewegen, omdat zij groeien.'],
      fallback: true,
    },
  ],
}
