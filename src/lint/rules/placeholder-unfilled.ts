/**
 * No blank is left in a text: `[...]`, `[naam school]`, `TODO`, `………`, `____`, `<datum>`, `{naam}`, `… dagen`, `XX weken`, braces that are left over. Looked for
 * in the clauses and in the front matter that is printed.
 *
 * ```markdown ok
 * Het rooster[wijzigingen] staat online; ouders [en verzorgers] lezen mee... of … wachten; van hoofdstuk XX geldt niets. {#rooster}
 *
 * > De school "[...] bewaart niets." {#citaat}
 * ```
 *
 * ```markdown
 * Plaats een foto pas als [...] dat goedvindt. {#foto}
 *
 * Bel [telefoonnummer school] of mail <naam van de school>. {#bel}
 *
 * De directeur, ………………, tekent op ____ in {plaats}. {#ondertekening}
 *
 * TODO: nog uitschrijven. {#nog}
 *
 * De directeur beslist binnen … werkdagen, ouders antwoorden binnen XX dagen en betalen € ... {#termijn}
 * ```
 *
 * ```messages
 * 1:25 warning placeholder/unfilled Unexpected blank "[...]", expected the words that belong there
 * 3:5 warning placeholder/unfilled Unexpected blank "[telefoonnummer school]", expected the words that belong there
 * 3:37 warning placeholder/unfilled Unexpected blank "<naam van de school>", expected the words that belong there
 * 5:15 warning placeholder/unfilled Unexpected blank "………………", expected the words that belong there
 * 5:33 warning placeholder/unfilled Unexpected blank "____", expected the words that belong there
 * 5:41 warning placeholder/unfilled Unexpected blank "{plaats}", expected the words that belong there
 * 7:1 warning placeholder/unfilled Unexpected blank "TODO", expected the words that belong there
 * 9:29 warning placeholder/unfilled Unexpected blank "…", expected the words that belong there
 * 9:67 warning placeholder/unfilled Unexpected blank "XX", expected the words that belong there
 * 9:89 warning placeholder/unfilled Unexpected blank "...", expected the words that belong there
 * ```
 *
 * ```markdown
 * ---
 * title: Protocol of [name of school]
 * lang: en
 * parameters:
 *   school: XXX
 *   head: { type: text, description: "[name], as printed" }
 * ---
 *
 * {{head}} decides. {#decides}
 * ```
 *
 * ```messages
 * 2:1 warning placeholder/unfilled Unexpected blank "[name of school]", expected the words that belong there
 * 5:3 warning placeholder/unfilled Unexpected blank "XXX", expected the words that belong there
 * ```
 *
 * What a new policy begins with, and only tells what to write there, is a blank too; no body decides on it: `propose` refuses it.
 * Lines of a form are for who signs it: in an annex, or below a title that names a form.
 *
 * ```markdown ok
 * # Bijlage 1 {#bijlage}
 *
 * Naam van de leerling: …………………… {#naam}
 *
 * # Aanvraagformulier {#aanvraag}
 *
 * Handtekening: ____________ {#handtekening}
 * ```
 *
 * To mend: fill in the blank, or declare a parameter for it.
 */
import { phrasesOf, seek, timeUnits } from '../../language/index.js'
import { type Metadata, type Place, plainText, valueIn } from '../../model/index.js'
import type { ResolvedClause } from '../../resolve/index.js'
import { isBlankTag } from '../html.js'
import { type Finding, type Rule, startOf } from '../rule.js'
import { boxOf, clip, inlinesIn, placeOfInline, textsOf } from '../words.js'

/** What a text between square brackets starts with when somebody has to replace it. */
const FILL_IN = phrasesOf('fillIns')

const OMISSION = /\[[\s.…]+\]/u
const blanks = (): readonly RegExp[] => [
  /\[(?:[\s.…_?-]+|x{2,})\]/u,
  new RegExp(`(?<![\\p{L}\\p{N}])\\[(?:${FILL_IN})(?![\\p{L}\\p{N}])[^[\\]]{0,80}\\](?![\\p{L}\\p{N}])`, 'u'),
  /(?<![\p{L}\p{N}])(?:TODO|FIXME|TBD|TBC|NTB|X{3,})(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:n\.t\.b\.|lorem ipsum)/u,
  /…{2,}|\.{5,}/u,
  // A number that is still to come: "binnen … dagen", "XX weken", "€ ...".
  new RegExp(`(?<=^|\\s)(?:…|\\.{3,4}|xx)(?=\\s\\p{L}{0,9}?(?:${[...timeUnits()].join('|')})(?!\\p{L}))`, 'u'),
  /(?<=€\s?)(?:…|\.{3,4}|xx)(?![\p{L}\d])/u,
  /_{3,}/u,
  // "<www.school.nl>" is an address.
  /<(?!www\.|https?:|mailto:|[^<>\s]*@)\p{L}[^<>=]{0,60}>/u,
  /(?<!\{)\{\s*\p{L}[\p{L}\p{N} _-]{0,40}\}(?!\})/u,
  /\}\}/u,
]
/** Every blank starts with one of these. */
const SIGN = /[[<{}…]|\.{3}|_{3}|TODO|FIXME|TBD|TBC|NTB|XX|n\.t\.b\.|lorem/iu
const blanksIn = seek(
  SIGN,
  () =>
    new RegExp(
      blanks()
        .map(({ source }) => `(?:${source})`)
        .join('|'),
      'giu',
    ),
)

/** The values of the front matter that are printed; the others speak about the text and may quote its blanks. */
const PRINTED = ['title', 'subtitle', 'citation', 'partOf', 'copyright', 'contact', 'sources', 'editors', 'approvals'] as const

export const placeholderUnfilled: Rule<'placeholder/unfilled'> = {
  id: 'placeholder/unfilled',
  severity: 'warning',
  *check({ clauses, written, metadata, keyPlace, options }) {
    for (const clause of written) {
      const words = plainText(clause.node)
      if (options.starters?.has(words)) yield { form: 'starter', values: { words: clip(words) }, place: startOf(clause) }
    }
    const names = new Set(Object.keys(metadata.parameters ?? {}))
    for (const { value, clause, placeOf } of textsOf(clauses)) {
      // Guidance speaks of the blanks of its template.
      if (clause.node.type !== 'note' && clause.node.attributes.classes.includes('guidance')) continue
      for (const { 0: blank, index } of blanksIn(value)) {
        // A template prints the names of its parameters between brackets; resolving has reported the braces it could not fill.
        if (names.has(blank.slice(1, -1)) || (blank === '}}' && value.includes('{{'))) continue
        // A form is filled in by who signs it.
        if (TO_WRITE_ON.test(blank) && isInForm(clause)) continue
        if ((clause.quoted && OMISSION.test(blank)) || (index === 0 && boxOf(clause) === blank)) continue
        yield unfilled(blank, placeOf(index))
      }
    }
    for (const clause of clauses) {
      const { node } = clause
      if (node.type === 'verbatim' && node.format === 'html' && isBlankTag(node.value)) yield unfilled(node.value, node.place)
      for (const inline of inlinesIn(clause)) {
        if (inline.type === 'html' && isBlankTag(inline.value)) yield unfilled(inline.value, placeOfInline(inline, clause))
      }
    }
    for (const [path, value] of printedValues(metadata)) {
      // Braces mean nothing there.
      for (const [blank] of blanksIn(value)) if (blank !== '}}') yield unfilled(blank, keyPlace(path))
    }
  },
}

const TO_WRITE_ON = /^(?:…{2,}|\.{5,}|_{3,})$/u
const FORM = new RegExp(
  `^(?:${phrasesOf('formHeads')})(?!\\p{L})|${phrasesOf('formWords')}|(?<!\\p{L})(?:${phrasesOf('forms')})(?!\\p{L})`,
  'iu',
)

/** Whether a clause stands in an annex or below a title that names a form. */
function isInForm({ section }: ResolvedClause): boolean {
  for (let above = section; above; above = above.section)
    if (above.node.type === 'section' && FORM.test([above.label ?? '', plainText(above.node)].join(' ').trim())) return true
  return false
}

const unfilled = (blank: string, place: Place): Finding<'placeholder/unfilled'> => ({
  form: 'blank',
  values: { blank: clip(blank) },
  place,
})

type Path = readonly (string | number)[]

function* printedValues(metadata: Metadata): Generator<[Path, string]> {
  for (const key of PRINTED) yield* strings([key], metadata[key])
  for (const [name, value] of Object.entries(metadata.parameters ?? {})) {
    yield* strings(['parameters', name], valueIn(value))
  }
}

function* strings(path: Path, value: unknown): Generator<[Path, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inside] of Object.entries(value)) yield* strings([...path, Array.isArray(value) ? Number(key) : key], inside)
  }
}
