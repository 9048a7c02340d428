import type { Language } from '../../../model/index.js'

/** Words by what they mean to a rule. Words in one row have the same value: to replace one by another is no change of this kind. */
export type Vocabulary = Readonly<Record<Language, readonly string[]>>

export const NEGATION: Vocabulary = {
  nl: ['niet geen nooit nimmer niemand niets niks nergens noch zonder evenmin'],
  en: ['not no never none nobody nothing neither nor nowhere without'],
}
/** Beginnings that turn a word into its opposite: bevoegd, onbevoegd. */
export const NEGATING_PREFIXES: Vocabulary = { nl: ['on', 'in', 'non', 'a'], en: ['un', 'in', 'im', 'il', 'ir', 'non', 'dis'] }

export const SCOPE: Vocabulary = {
  nl: [
    'altijd steeds immer telkens',
    'nooit nimmer',
    'alleen uitsluitend slechts enkel louter',
    'tenzij behalve behoudens uitgezonderd',
    'mits',
    'alle allen elke elk iedere ieder iedereen eenieder',
    'enige enkele sommige sommigen',
    'maximaal hooguit hoogstens maximum hoogste',
    'minimaal minstens tenminste minimum minste',
    'meestal doorgaans gewoonlijk normaliter principe beginsel',
    'eventueel eventuele desgewenst nodig mogelijk',
    'onmiddellijk direct terstond onverwijld meteen',
    'uiterlijk',
    'vooraf voorafgaand voorafgaande',
    'achteraf',
    'schriftelijk schriftelijke',
    'mondeling mondelinge',
    'ongeacht',
    'indien wanneer zodra zolang',
    'ook tevens eveneens',
    'volledig geheel volledige gehele',
    'deels gedeeltelijk gedeeltelijke',
  ],
  en: [
    'always',
    'never',
    'only solely exclusively merely',
    'unless except excluding',
    'provided',
    'all every each everyone',
    'any anyone',
    'some several',
    'most maximum',
    'least minimum',
    'usually normally generally',
    'possible necessary appropriate practicable',
    'immediately promptly forthwith',
    'beforehand prior',
    'afterwards',
    'written writing',
    'orally verbally oral verbal',
    'regardless irrespective',
    'if when once whenever',
    'also',
    'fully entirely full entire',
    'partly partially partial',
  ],
}

/** Small words that matter when one takes the place of another, not when they come or go. */
export const SWAPS: Vocabulary = {
  nl: ['en', 'of', 'voor voordat', 'na nadat', 'binnen', 'vanaf', 'tot', 'meer', 'minder', 'met', 'tijdens', 'buiten'],
  en: ['and', 'or', 'by', 'before', 'after', 'within', 'from', 'until', 'more', 'less fewer', 'during', 'outside', 'inside'],
}

export const MODALS: Vocabulary = {
  nl: [
    'moet moeten moest moesten dient dienen verplicht verplichte verplichting',
    'mag mogen toegestaan',
    'kan kunnen',
    'behoort behoren hoort horen',
    'zou zouden',
    'zal zullen',
    'hoeft hoeven behoeft behoeven',
    'afgeraden ontraden',
    'verboden verbod',
    'adviseert adviseren aanbevolen aangeraden raadzaam',
    'streeft streven',
  ],
  en: [
    'must shall required obliged mandatory',
    'may allowed permitted',
    'can could able',
    'should recommended advised ought',
    'would',
    'will',
    'prohibited forbidden',
    'encouraged',
    'expected',
  ],
}

/** Units of time and frequencies. */
export const PERIODS: Vocabulary = {
  nl: [
    'minuut minuten',
    'uur uren',
    'dag dagen',
    'werkdag werkdagen',
    'schooldag schooldagen',
    'kalenderdag kalenderdagen',
    'week weken',
    'werkweek werkweken',
    'schoolweek schoolweken',
    'maand maanden',
    'kwartaal kwartalen',
    'halfjaar semester semesters',
    'jaar jaren',
    'schooljaar schooljaren',
    'kalenderjaar kalenderjaren',
    'dagelijks dagelijkse',
    'wekelijks wekelijkse',
    'maandelijks maandelijkse',
    'jaarlijks jaarlijkse',
    'tweejaarlijks tweejaarlijkse',
    'halfjaarlijks halfjaarlijkse',
  ],
  en: [
    'minute minutes',
    'hour hours',
    'day days',
    'week weeks',
    'month months',
    'quarter quarters',
    'year years',
    'daily',
    'weekly',
    'fortnight fortnightly',
    'monthly',
    'quarterly',
    'annually annual yearly',
    'biennial biennially',
    'decade decades',
  ],
}

/** What makes a day of a day: periods only where a unit of time follows. */
export const WORKING: Vocabulary = {
  nl: ['werkbare werkende', 'opeenvolgende aaneengesloten'],
  en: ['working business', 'calendar', 'school', 'consecutive'],
}

/** Months and days of the week. */
export const CALENDAR: Vocabulary = {
  nl: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|maandag maandags|dinsdag dinsdags|woensdag woensdags|donderdag donderdags|vrijdag vrijdags|zaterdag zaterdags|zondag zondags'.split(
    '|',
  ),
  en: 'january|february|march|april|may|june|july|august|september|october|november|december|monday mondays|tuesday tuesdays|wednesday wednesdays|thursday thursdays|friday fridays|saturday saturdays|sunday sundays'.split(
    '|',
  ),
}

/** We and you: who is spoken of, when one takes the place of the other. */
export const PERSONS: Vocabulary = {
  nl: ['wij we ons onze', 'u uw je jij jouw jullie'],
  en: ['we us our ours', 'you your yours'],
}

/** Who acts or decides. A plural is the same role; a synonym is not, for rules may hold for one and not for the other. */
export const ROLES: Vocabulary = {
  nl: [
    'leerling leerlingen',
    'student studenten',
    'deelnemer deelnemers',
    'kind kinderen',
    'ouder ouders',
    'verzorger verzorgers',
    'voogd voogden',
    'medewerker medewerkers personeelslid personeelsleden personeel werknemer werknemers',
    'docent docenten leraar leraren leerkracht leerkrachten',
    'mentor mentoren',
    'begeleider begeleiders',
    'teamleider teamleiders',
    'leidinggevende leidinggevenden',
    'directeur directeuren directie',
    'rector rectoren',
    'schoolleider schoolleiders schoolleiding',
    'bestuur bestuurder bestuurders besturen schoolbestuur',
    'bestuursvoorzitter',
    'college',
    'gezag',
    'toezichthouder toezichthouders toezicht',
    'commissie commissies',
    'medezeggenschapsraad mr',
    'gmr',
    'decaan decanen',
    'afdelingsleider afdelingsleiders',
    'zorgcoördinator zorgcoördinatoren',
    'klager klagers',
    'leverancier leveranciers',
    'gemeente gemeenten',
    'leerlingenraad',
    'ouderraad',
    'raad raden',
    'coördinator coördinatoren',
    'beheerder beheerders',
    'vertrouwenspersoon vertrouwenspersonen',
    'inspectie inspecteur',
    'stagiair stagiairs stagiaire',
    'vrijwilliger vrijwilligers',
    'bezoeker bezoekers',
    'secretaris',
    'voorzitter voorzitters',
    'penningmeester',
    'conciërge conciërges',
    'functionaris functionarissen',
    'werkgever werkgevers',
    'politie',
    'gebruiker gebruikers',
    'lid leden',
  ],
  en: [
    'pupil pupils',
    'student students',
    'child children',
    'parent parents',
    'guardian guardians carer carers',
    'employee employees staff worker workers',
    'teacher teachers',
    'tutor tutors mentor mentors',
    'headteacher headteachers principal principals head',
    'director directors',
    'manager managers',
    'supervisor supervisors',
    'board boards',
    'governor governors trustee trustees',
    'council councils',
    'committee committees',
    'coordinator coordinators',
    'administrator administrators',
    'officer officers',
    'contractor contractors',
    'volunteer volunteers',
    'visitor visitors',
    'user users',
    'member members',
    'owner owners',
    'maintainer maintainers',
    'secretary',
    'treasurer',
    'chair chairperson chairman',
    'employer employers',
    'police',
    'inspector inspectorate',
    'customer customers client clients',
    'supplier suppliers vendor vendors',
    'provider providers',
    'moderator moderators',
    'guest guests',
    'applicant applicants',
    'reviewer reviewers',
    'organiser organisers organizer organizers',
    'company companies',
  ],
}

type Values = ReadonlyMap<string, string>
const compiled = new Map<Vocabulary, Readonly<Record<Language, Values>>>()

/** The value of each word of a vocabulary: the first word of its row. */
export function valuesOf(vocabulary: Vocabulary, lang: Language): Values {
  let both = compiled.get(vocabulary)
  if (!both) {
    const compile = (rows: readonly string[]): Values =>
      new Map(
        rows.flatMap((row) => {
          const words = row.split(' ')
          return words.map((word) => [word, words[0] as string] as const)
        }),
      )
    both = { nl: compile(vocabulary.nl), en: compile(vocabulary.en) }
    compiled.set(vocabulary, both)
  }
  return both[lang]
}
