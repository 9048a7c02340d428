import {
  contentsTitles,
  controlNames,
  editions,
  factLabels,
  organisationWords,
  rightWords,
  rootsIn,
  statusWords,
  timePattern,
  versionNames,
  wordsOfFacts,
} from '../../language/index.js'
import type { Approval } from '../../model/index.js'

/** The words by which documents name what they say about themselves, in Dutch and English. Data: a new word needs no code. */

/** Front matter keys that a line "Name: value" can fill, and those of what is kept word for word. */
export const FIELDS = factLabels() as readonly { readonly key: FieldKey; readonly name: RegExp }[]

export type FieldKey =
  | 'version'
  | 'effective'
  | 'review'
  | 'adopted'
  | 'consent'
  | 'advice'
  | 'approved'
  | 'informed'
  | 'discussed'
  | 'date'
  | 'status'
  | 'sources'
  | 'editors'
  | 'partOf'
  | 'title'
  | 'citation'
  | 'organisation'
  | 'contact'
  | 'remark'

const STATUSES = statusWords()
const beginsAs = (words: string | undefined): RegExp => new RegExp(`^(?:${words})`, 'iu')

/** What a status says, by its first words; the first that fits. */
export const STATUS_WORDS: readonly {
  readonly status: 'draft' | 'proposed' | 'adopted' | 'withdrawn'
  readonly words: RegExp
}[] = [
  { status: 'draft', words: beginsAs(STATUSES.draft) },
  { status: 'proposed', words: beginsAs(STATUSES.proposed) },
  {
    status: 'proposed',
    words: new RegExp(`^(?:${STATUSES.adopted}).*(?<!\\p{L})(?:onder voorbehoud|subject to (?!(?:\\p{L}+ )?review))`, 'iu'),
  },
  { status: 'adopted', words: beginsAs(STATUSES.adopted) },
  { status: 'withdrawn', words: beginsAs(STATUSES.withdrawn) },
]

/** Words for who decides. */
export const BODY_WORDS = rootsIn('bodies')

const OWN_WORDS = new RegExp(`^(?:${wordsOfFacts('itself')})$`, 'iu')
/** Whether a word is one by which a text calls itself. */
export const namesDocument = (word: string): boolean => OWN_WORDS.test(word)

/** "Concept", "(draft)", "conceptversie": a text that was not decided on. */
export const DRAFT_WORDS =
  /^(?:concept(?:versie)?|draft|ontwerp)(?: (?:ter (?:bespreking|instemming|advisering|vaststelling|inspraak)|for (?:consultation|comment|discussion|approval)))?(?=[\s:]|$)[\s:]*/i

/** A draft by its title: "Concept Kluisprotocol", "Locker policy (draft)". */
export const DRAFT_TITLE = /^(?:concept|draft)(?=[\s:–-])|[(–-]\s*(?:concept|draft)(?:versie)?\s*(?:\)|$)/iu

/** A line that begins with a version, or with the word for a draft and a version. */
export const VERSION_LINE = new RegExp(
  `^(?<before>(?:concept|draft|ontwerp|definitieve|definitief|final)?)\\s*(?:[,:;–—-]\\s*)?(?:\\p{L}*(?:${versionNames()})(?![\\p{L}])\\.?\\s*(?:[:.]\\s*)?(?:v\\.?\\s*|\\.\\s*)?|v\\.?\\s?)(?<number>\\d{1,4}(?:\\.\\d{1,3}){0,2})(?![\\d.]*\\d|[-/\\p{L}])(?<behind>.*)$`,
  'iu',
)

/** "Concept 0.3", "Draft 4": a state of the text that is counted. */
export const COUNTED_DRAFT =
  /^(?<before>concept|draft|ontwerp|definitief|final)\s+v?(?<number>\d{1,2}(?:\.\d{1,3}){0,2})(?![\d.]*\d|[-/\p{L}])(?<behind>)$/iu

/** What the columns of a table of decisions or versions are called. */
export const COLUMNS: readonly { readonly column: Column; readonly name: RegExp }[] = [
  { column: 'date', name: /^(?:datum(?: besluit)?|besluitdatum|wanneer|date|when|d\.d\.)$/i },
  {
    column: 'name',
    name: /^(?:naam|namen|name|(?:(?:agreed|approved|adopted|ratified|vastgesteld|goedgekeurd|akkoord|gewijzigd|opgesteld|amended|prepared) )?(?:door|by)|auteur|author)$/i,
  },
  { column: 'who', name: /^(?:wie|who)$/i },
  { column: 'role', name: /^(?:functie|rol|role|function|hoedanigheid|position)$/i },
  {
    column: 'body',
    name: /^(?:orgaan|gremium|instantie|geleding|raad|body|committee|besproken (?:in|met)|voorgelegd aan|overleg|meeting|discussed (?:in|by))$/i,
  },
  { column: 'signature', name: /^(?:handtekening|ondertekening|getekend|paraaf|akkoord|signature|signed(?: by)?)$/i },
  { column: 'right', name: /^(?:recht|bevoegdheid|right)$/i },
  { column: 'decision', name: /^(?:besluit|uitkomst|decision|outcome)$/i },
  {
    column: 'version',
    name: /^(?:versie(?:nummer|nr\.?)?|version(?: no\.?)?|uitgave|editie|issue|edition|revisie|revision|rev\.?|nr\.?|no\.?)$/i,
  },
  {
    column: 'summary',
    name: /^(?:(?:wat (?:is )?)?gewijzigd|wijziging(?:en)?|aanpassing(?:en)?|omschrijving|toelichting|samenvatting|opmerking(?:en)?|what changed|changes?(?: made)?|amendments?|summary(?: of changes)?|description)$/i,
  },
]

export type Column = 'date' | 'name' | 'who' | 'role' | 'body' | 'signature' | 'right' | 'decision' | 'version' | 'summary'

/** What a body does, by the word for it. */
export const RIGHT_WORDS = rightWords() as readonly { readonly right: NonNullable<Approval['right']>; readonly words: RegExp }[]

/** Words behind which a right is no decision that was taken: "wordt vastgesteld", "shall be approved", "niet vastgesteld". */
export const NOT_YET =
  /(?<!\p{L})(?:wordt|worden|zal|zullen|moet|moeten|kan|kunnen|mag|mogen|niet|nog|will|shall|must|may|can|not|to be|is being)(?!\p{L})/iu

/** A time of a year that is no day. */
export const TIME = timePattern()

/** "2e druk" */
export const EDITION = editions()

/** A day that is still to be filled in: "..-..-2025", "___". */
export const BLANK_DATE = /^(?=.*[._…–—/x-])(?:[\s._…–—/-]|(?<!x)x{2,})*(?:(?:\d{2}|20\d{2})(?:[\s._…–—/-]|(?<!x)x{2,})*)?$/iu

/** "J. de Wit", "dr. H. el Amrani": a person by initials or title. */
export const PERSON =
  /^(?:(?:dhr|mevr|mw|dr|drs|ir|ing|mr|prof|ms|mrs)\.?\s+)*(?:\p{Lu}\p{Ll}{0,2}\.\s*)+(?:\p{Ll}+\s+|['’]t\s+){0,3}\p{Lu}[\p{L} '’-]+$/u

/** How a decision fell out, by the whole word for it. */
export const OUTCOMES: readonly { readonly decision: NonNullable<Approval['decision']>; readonly words: RegExp }[] = [
  { decision: 'amended', words: /^(?:akkoord|positief|agreed|positive) (?:met|with) (?:wijziging(?:en)?|changes)$/i },
  { decision: 'negative', words: /^(?:afgewezen|niet akkoord|negatief|rejected|not agreed|negative)$/i },
  { decision: 'positive', words: /^(?:akkoord|positief|agreed|positive)$/i },
]

/** How it fell out, where a sentence says so in front of the word for it: "positief geadviseerd". */
export const OUTCOME_BEFORE: readonly { readonly decision: NonNullable<Approval['decision']>; readonly words: RegExp }[] = [
  { decision: 'negative', words: /(?<!\p{L})(?:negatief|negatieve|negative)\s*$/iu },
  { decision: 'positive', words: /(?<!\p{L})(?:positief|positieve|positive)\s*$/iu },
]

/** What our own tables say of a decision that is still to be taken, and behind one of which the words are not known (`decision.*` in the wording). */
export const UNDECIDED = /^(?:nu aan zet|nog te besluiten|has its turn|still to decide)$/i
export const UNRECORDED = /(?:^|, )(?:woorden niet vastgelegd|words not recorded)$/i

/** What our own tables say behind a decision that was taken on other words. */
export const PAST = /, (?:over een eerder voorstel|over andere woorden|on an earlier proposal|on other words)(?:, |$)/i

/** What our own pages say below a table of decisions of one that stands (`decision.kept.since` in the wording). */
export const KEPT_NOTE =
  /^(?:Het besluit van .+ is genomen over eerdere woorden en bleef staan, |The decision of .+ was taken on earlier words and stands, )/

/** What our own pages say behind a status (`standing.*` in the wording): it follows from the decisions, which are told beside it. */
export const COMPUTED_STATUS =
  /; (?:(?:gewijzigd na het voorstel van [^;]+; )?nog te besluiten: .+ \(\p{L}+\)|wie erover besluit is niet bepaald|(?:afgewezen|om wijziging gevraagd) door .+ op \d.+|door allen besloten, nog niet vastgelegd|niet bewezen over welke woorden is besloten|(?:changed after the proposal of [^;]+; )?still to be decided by .+ \(\p{L}+\)|who decides on it is not said|(?:rejected by|changes asked by) .+ on \d.+|decided by all, not released yet|which words were decided on is not proved)$/iu

/** "MR na goedkeuring door het bestuur": a body, and what another did before it. */
export const AFTER_RIGHT =
  /\s+(?:na|met|after|with|following)\s+(?:\p{L}+e?\s+)?(\p{L}*(?:instem|advie|goedkeur|consent|advice|approv)\p{L}*)\s+(?:door|van|by|of|from)\s+(?:het\s+|de\s+|the\s+)?(\S.*)$/iu

/** Verbs that make a sentence of what looks like a name: "Advies van de MR wordt voor 1 mei 2024 gevraagd". */
export const FINITE =
  /(?<!\p{L})(?:is|zijn|was|waren|wordt|worden|heeft|hebben|moet|moeten|kan|kunnen|mag|mogen|zal|zullen|vindt|geldt|are|were|has|have|must|shall|will|may(?!\s\d)|can)(?!\p{L})/iu

/** Words by which a line names a kind of document: the title rather than what stands around it. */
export const KIND =
  /(?:protocol|reglement|regeling|verordening|voorwaarden|statuut|statute?|gedragscode|code of conduct|gedragslijn|handboek|draaiboek|leidraad|richtlijn|handreiking|policy|charter|handbook|guideline|guidance|bylaw|ordnung)(?:l?en|s)?(?!\p{L})|\p{L}{3,}(?:beleid(?:splan)?|procedures?|plan|regels|code)(?!\p{L})|^beleid\s/iu

/**
 * What a school or its board is called, by how the line begins or by the last word, which is a name and no "op school". "College van
 * Bestuur" is a body, whosever.
 */
export const ORGANISATION: readonly RegExp[] = [
  /^(?:stichting|\p{L}*vereniging|scholengroep|scholengemeenschap|\p{L}+school|kindcentr(?:um|a)|lyceum|gymnasium|college(?!\s+van\s)|ikc|obs|cbs|pcbs|rkbs|kbs|sbo|csg|osg)\s+(?:(?:de|het|den|der|'t|st\.?)\s+)?\p{L}/iu,
  /^(?:\p{Lu}\p{L}+(?:e|lijk|aar|aal|eel)\s|\p{L}+-\sen\s)?(?:[\p{L}-]*(?:[Ss]tichting|[Vv]ereniging|[Oo]pvang|[Ss]chool|[Cc]orporatie|[Cc]oöperatie|[Pp]raktijk|[Gg]emeenschap|[Bb]ibliotheek|[Cc]entrum|[Gg]roep)|[Ll]yceum|[Gg]ymnasium|[Cc]ollege(?! van)|[Zz]iekenhuis|[Gg]emeente|[Pp]rovincie|[Ww]aterschap|[Uu]niversiteit|[Hh]ogeschool|[Vv]oedselbank|[Pp]arochie|[Mm]useum|[Tt]heater)\s+(?:[Dd]e\s|[Hh]et\s|'t\s|[Vv]oor\s|[Vv]an\s)?\p{Lu}/u,
  /^(?:University|Church|Diocese|Parish|County|City|Borough) of (?:the )?\p{Lu}|^(?:UNIVERSITY|CHURCH|DIOCESE|PARISH|COUNTY|CITY|BOROUGH) OF \p{Lu}/u,
  // "School afspraken" is none.
  /^(?:[Ss]chool|SCHOOL)\s+(?:(?:[Dd]e|[Hh]et|[Dd]en|[Dd]er|'t|[Ss]t\.?)\s+)?\p{Lu}/u,
  new RegExp(
    `^(?:(?:[Tt]he|[Dd]e|[Hh]et|RK|[Rr]\\.[Kk]\\.)\\s)?(?:${organisationWords('first')})\\s(?:(?:[Dd]e|[Hh]et|[Dd]en|[Dd]er|'t|[Ss]t\\.?|[Vv]an|[Vv]oor|of|the)\\s)*[\\p{Lu}'’]`,
    'u',
  ),
  // "Brook House Care Home", "Bakkerij Jansen B.V.": a name keeps its capitals.
  new RegExp(
    `^[\\p{Lu}'’]\\S*(?:\\s(?:[\\p{Lu}'’&]\\S*|en|and|of|van|de|het|the|for|voor)){0,7}\\s(?:${organisationWords('last')})\\.?$`,
    'u',
  ),
  /(?:^|\s)\p{Lu}[\p{L}-]*(?<=college|school|scholen|lyceum|gymnasium|groep|gemeenschap|academy|trust|foundation|partnership|federation|schule|COLLEGE|SCHOOL|SCHOLEN|LYCEUM|GYMNASIUM|GROEP|GEMEENSCHAP|ACADEMY|TRUST|College|School|Academy|Trust|Foundation|Partnership|Federation|University|Hospital|Church|Library|Libraries|Council|Association|Society|Club|Centre|Center|Museum|Theatre|Charity|Limited|Ltd|CIC|Surgery|Clinic|Institute|Nursery|Preschool|Playgroup|Kindergarten|Universiteit|Hogeschool|Ziekenhuis|Bibliotheek)$/u,
]

/** Names in a table about the document whose values no key holds: they are kept word for word. */
export const CONTROL_NAMES = controlNames()

/** What stands above a table about the document itself. */
export const CONTROL_TITLE =
  /^(?:colofon|colophon|over dit document|about this (?:document|policy)|versie(?:beheer|historie|overzicht|geschiedenis)|document(?:beheer|gegevens|informatie|kenmerken|historie)|wijzigings(?:historie|overzicht)|besluitvorming|vaststelling|goedkeuring|(?:document|policy|version) (?:control|details|history|information)|revision history|approvals?)\s*:?$/i

export const CONTENTS_TITLE = new RegExp(`^(?:${contentsTitles()})s*[:?…]?$`, 'iu')

/** "Vz. GMR": what stands before the body in somebody's role. */
export const ROLE_BEFORE_BODY =
  /^(?:vz\.?|voorz(?:itter|\.)|lid|secretaris|namens|chair(?:man|woman|person)?(?: of)?|member of|on behalf of)\s+(?:van\s+|of\s+)?(?:het\s+|de\s+|the\s+)?/i

export const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/i
export const CONTACT_NAMES =
  /^(?:tel(?:efoon)?|e-?mail(?:adres)?|website|site|internet|www|kvk|bezoekadres|postadres|adres|contact|telephone|phone|address|iban|fax)\s*(?:[.:]|\b(?=.*\d))/i
export const ADDRESS =
  /\b[1-9]\d{3}\s?[A-Z]{2}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|^(?:[Pp]ostbus|[Pp]\.?[Oo]\.? [Bb]ox)\s+\d+/
export const MAIL = /^[^\s@]+@\S+\.[a-z]{2,}$/i
export const SITE = /^(?:https?:\/\/)?(?:www\.)?(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|school|be|uk|edu)(?:\/\S*)?$/i
export const PHONE = /^(?:(?:tel(?:efoon)?|t)[.:]?\s*)?(?:\+\d{1,3}|0)[\d\s()\-–.]{7,16}$/i
