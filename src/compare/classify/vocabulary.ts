import type { Language } from '../../model/index.js'

/** Words by what they mean to a rule. Words in one row have the same value: to replace one by another is no change of this kind. */
export type Vocabulary = Readonly<Record<Language, readonly string[]>>

export const NEGATION: Vocabulary = {
  nl: ['niet geen nooit nimmer niemand niets niks nergens noch zonder evenmin'],
  en: ['not no never none nobody nothing neither nor nowhere without cannot'],
}
/** Beginnings that turn a word into its opposite: bevoegd, onbevoegd. */
export const NEGATING_PREFIXES: Vocabulary = { nl: ['on', 'in', 'non', 'a'], en: ['un', 'in', 'im', 'ir', 'non', 'dis'] }

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
  en: ['and', 'or', 'before', 'after', 'within', 'from', 'until', 'more', 'less fewer', 'during', 'outside', 'inside'],
}

export const MODALS: Vocabulary = {
  nl: [
    'moet moeten dient dienen verplicht verplichte verplichting',
    'mag mogen toegestaan',
    'kan kunnen',
    'behoort behoren hoort horen',
    'zou zouden',
    'zal zullen',
    'hoeft hoeven',
    'verboden verbod',
    'adviseert adviseren aanbevolen aangeraden raadzaam',
    'streeft streven',
  ],
  en: [
    'must shall required obliged mandatory',
    'may allowed permitted',
    'can could',
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
    'term terms',
    'daily',
    'weekly',
    'fortnight fortnightly',
    'monthly',
    'quarterly',
    'annually annual yearly',
    'biennial biennially',
    'working business',
  ],
}

/** Numbers in words, each row a value: 0, 1, 2, … and then the ordinals from the first. */
export const NUMERALS: Vocabulary = {
  nl: [
    'nul=0 één=1 twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 elf=11 twaalf=12 dertien=13 veertien=14 vijftien=15 zestien=16 zeventien=17 achttien=18 negentien=19 twintig=20 dertig=30 veertig=40 vijftig=50 zestig=60 zeventig=70 tachtig=80 negentig=90 honderd=100 duizend=1000 anderhalf=1,5 anderhalve=1,5 half=0,5 halve=0,5',
    'eerste=1e tweede=2e derde=3e vierde=4e vijfde=5e zesde=6e zevende=7e achtste=8e negende=9e tiende=10e eenmaal=1x tweemaal=2x driemaal=3x viermaal=4x eenmalig=1x',
  ],
  en: [
    'zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 half=0,5',
    'first=1e second=2e third=3e fourth=4e fifth=5e sixth=6e seventh=7e eighth=8e ninth=9e tenth=10e once=1x twice=2x',
  ],
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
    'medezeggenschapsraad mr gmr',
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
  ],
}

type Values = ReadonlyMap<string, string>
const compiled = new Map<Vocabulary, Readonly<Record<Language, Values>>>()

/** The value of each word of a vocabulary: what is written after its `=`, or the first word of its row. */
export function valuesOf(vocabulary: Vocabulary, lang: Language): Values {
  let both = compiled.get(vocabulary)
  if (!both) {
    const compile = (rows: readonly string[]): Values =>
      new Map(
        rows.flatMap((row) => {
          const words = row.split(' ')
          return words.map((entry) => {
            const [word = '', value] = entry.split('=')
            return [word, value ?? (words[0] as string)] as const
          })
        }),
      )
    both = { nl: compile(vocabulary.nl), en: compile(vocabulary.en) }
    compiled.set(vocabulary, both)
  }
  return both[lang]
}
