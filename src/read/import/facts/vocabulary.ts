/** The words by which documents name what they say about themselves, in Dutch and English. Data: a new word needs no code. */

/** Front matter keys that a line "Name: value" can fill. */
export const FIELDS: readonly { readonly key: FieldKey; readonly name: RegExp }[] = [
  { key: 'version', name: /^(?:versie(?:nummer|nr\.?)?|version(?: number)?)(?=\s*[:.]?\s*v?\d|\s*:)/i },
  {
    key: 'effective',
    name: /^(?:ingangsdatum|datum ingang|inwerkingtreding|in werking(?: getreden)?(?: op| per)?|geldig(?:heid)? (?:vanaf|per)|effective(?: date| from)?)\b/i,
  },
  {
    key: 'review',
    name: /^(?:evaluatie(?:datum|moment)?|datum evaluatie|(?:volgende )?herziening(?:sdatum)?|revisiedatum|geldig tot(?: en met)?|(?:next )?review(?: date)?)\b/i,
  },
  { key: 'adopted', name: /^(?:(?:datum )?vaststelling|vaststellingsdatum|vastgesteld|adopted|approved)\b/i },
  { key: 'consent', name: /^(?:(?:datum )?instemming|ingestemd|consent)\b/i },
  { key: 'advice', name: /^(?:(?:datum )?advies|geadviseerd|advice)\b/i },
  { key: 'date', name: /^(?:datum(?: document)?|documentdatum|d\.\s?d\.?|dd\.?|date)(?=[\s:.]|$)/i },
  { key: 'status', name: /^status\b/i },
  { key: 'sources', name: /^(?:bron(?:nen|vermelding)?|sources?)\s*(?=:|$)/i },
  {
    key: 'editors',
    name: /^(?:auteurs?|opgesteld door|opstellers?|bewerkt door|redactie|samenstell(?:ing|ers?)|geschreven door|authors?|edited by|editors?)\s*(?=:|$|\p{Lu})/iu,
  },
  { key: 'partOf', name: /^(?:onderdeel van|behoort bij|part of)(?:\s+(?:het|de|the))?\b/i },
  { key: 'title', name: /^(?:titel|naam document|documentnaam|title)\s*(?=:)/i },
  { key: 'citation', name: /^(?:citeertitel|citation(?: title)?)\s*(?=:)/i },
]

export type FieldKey =
  | 'version'
  | 'effective'
  | 'review'
  | 'adopted'
  | 'consent'
  | 'advice'
  | 'date'
  | 'status'
  | 'sources'
  | 'editors'
  | 'partOf'
  | 'title'
  | 'citation'

export const STATUS_WORDS: readonly {
  readonly status: 'draft' | 'proposed' | 'adopted' | 'withdrawn'
  readonly words: RegExp
}[] = [
  { status: 'draft', words: /^(?:concept|draft|in bewerking)/i },
  { status: 'proposed', words: /^(?:voorgenomen|voorstel|ter (?:instemming|vaststelling|besluitvorming)|proposed)/i },
  { status: 'adopted', words: /^(?:vastgesteld|definitief|adopted|final|in werking)/i },
  { status: 'withdrawn', words: /^(?:ingetrokken|vervallen|withdrawn|repealed)/i },
]

/** What the columns of a table of decisions or versions are called. */
export const COLUMNS: readonly { readonly column: Column; readonly name: RegExp }[] = [
  { column: 'date', name: /^(?:datum|date|d\.d\.)$/i },
  { column: 'name', name: /^(?:naam|namen|name|door|auteur|author)$/i },
  { column: 'role', name: /^(?:functie|rol|role|function|hoedanigheid|position)$/i },
  { column: 'body', name: /^(?:orgaan|gremium|instantie|geleding|body|committee)$/i },
  { column: 'signature', name: /^(?:handtekening|paraaf|akkoord|signature)$/i },
  { column: 'decision', name: /^(?:besluit|recht|bevoegdheid|decision)$/i },
  { column: 'version', name: /^(?:versie(?:nummer|nr\.?)?|version)$/i },
  { column: 'summary', name: /^(?:wijziging(?:en)?|omschrijving|toelichting|opmerking(?:en)?|changes?|summary|description)$/i },
]

export type Column = 'date' | 'name' | 'role' | 'body' | 'signature' | 'decision' | 'version' | 'summary'

/** What a body does, by the word for it. */
export const RIGHT_WORDS: readonly { readonly right: 'advice' | 'consent' | 'approval' | 'adoption'; readonly words: RegExp }[] =
  [
    { right: 'consent', words: /instem|consent/i },
    { right: 'advice', words: /advie|adviseer|advice/i },
    { right: 'approval', words: /goedkeur|goedgekeurd|approv/i },
    { right: 'adoption', words: /vaststel|vastgesteld|adopt/i },
  ]

/** "Vz. GMR": what stands before the body in somebody's role. */
export const ROLE_BEFORE_BODY =
  /^(?:vz\.?|voorz(?:itter|\.)|lid|secretaris|namens|chair(?:man|woman|person)?(?: of)?|member of|on behalf of)\s+(?:van\s+|of\s+)?(?:het\s+|de\s+|the\s+)?/i

export const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/i
export const CONTACT_NAMES =
  /^(?:tel(?:efoon)?|e-?mail(?:adres)?|website|site|internet|www|kvk|bezoekadres|postadres|adres|contact|telephone|phone|address|iban|fax)\s*(?:[.:]|\b(?=.*\d))/i
export const ADDRESS = /\b[1-9]\d{3}\s?[A-Z]{2}\b|^(?:postbus|p\.?o\.? box)\s+\d+/i
export const MAIL = /^\S+@\S+\.[a-z]{2,}$/i
export const SITE = /^(?:https?:\/\/)?(?:www\.)?(?:[a-z0-9-]+\.)+(?:nl|com|org|net|eu|info|school|be|uk|edu)(?:\/\S*)?$/i
export const PHONE = /^(?:(?:tel(?:efoon)?|t)[.:]?\s*)?(?:\+\d{1,3}|0)[\d\s()\-–.]{7,16}$/i
