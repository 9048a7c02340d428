/**
 * A term has a definition: there is a meaning behind it, a meaning such as "zie …" names a term that is there, in a list of bold terms no item is
 * left without one, and a section that says it has definitions has one.
 *
 * ```markdown ok
 * # Begrippen {.definitions}
 *
 * - **Ouder**: wie het gezag heeft.
 * - **Verzorger**: zie ouders.
 * - **Medewerker**:
 *   - met contract;
 *   - zonder contract.
 *
 * # Inleiding
 *
 * - Deze regels gelden overal.
 * ```
 *
 * ```markdown
 * # Begrippen {.definitions}
 *
 * - **Ouder**: wie het gezag heeft.
 * - **Verzorger**: zie voogd.
 * - **Medewerker**:
 * - Leerling: ieder die staat ingeschreven.
 * ```
 *
 * ```messages
 * 4:1 warning definition/undefined Unexpected reference to the term "voogd", expected a term that is defined
 * 5:1 warning definition/undefined Unexpected term "Medewerker" without a meaning, expected the meaning behind it
 * 6:1 warning definition/undefined Unexpected list item without a bold term, expected **term**: meaning
 * ```
 *
 * ```markdown
 * # Definitions {.definitions}
 *
 * - **Guardian**: see also “Carer”.
 * ```
 *
 * ```messages
 * 3:1 warning definition/undefined Unexpected reference to the term "Carer", expected a term that is defined
 * ```
 *
 * ```markdown
 * # Begrippen {.definitions}
 *
 * Een leerling is ieder die staat ingeschreven.
 * ```
 *
 * ```messages
 * 1:1 warning definition/undefined Unexpected .definitions on "Begrippen", which has no definition, expected list items such as - **term**: meaning
 * ```
 *
 * To mend: write the meaning behind the term, put the term in bold, or let "zie" name a term that is defined; take .definitions off a section that
 * has none.
 */

import { phrasesOf, wordsOf, wordsOfAll } from '../../language/index.js'
import { type Clause, plainText } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'
import { callings, definedTerms, inDefinitions, phraseFinder } from '../terms.js'

const SEE = new RegExp(
  `^(?:${phrasesOf('see')})(?:\\s+(?:${wordsOfAll('also')}))?\\s+(?:(?:${phrasesOf('under')})\\s+)?["'‘“]?([^"'’”.,;:()]{1,60})["'’”]?\\.?$`,
  'iu',
)

export const definitionUndefined: Rule<'definition/undefined'> = {
  id: 'definition/undefined',
  severity: 'warning',
  *check({ clauses }) {
    const terms = definedTerms(clauses)
    const others = terms.map(({ meaning }) => SEE.exec(meaning)?.[1]?.trim())
    const isKnown = wholeOnes(
      others.map((other) => wordsOf(other ?? '')),
      terms.flatMap(({ name }) => callings(name)),
    )

    for (const [at, { clause, name, meaning }] of terms.entries()) {
      const place = startOf(clause)
      const other = others[at]
      if (other !== undefined && !isKnown.has(at)) yield { form: 'reference', values: { term: other }, place }
      if (meaning === '' && clause.node.type === 'item' && clause.node.children.length === 0)
        yield { form: 'meaning', values: { term: name }, place }
    }

    const withTerm = new Set(terms.map(({ clause }) => clause))
    const lists = new Set(terms.map(({ clause }) => clause.list))
    for (const clause of clauses) {
      if (clause.kind !== 'item' || withTerm.has(clause) || !lists.has(clause.list) || !inDefinitions(clause)) continue
      yield { form: 'term', place: startOf(clause) }
    }

    const filled = new Set<Clause | undefined>()
    for (const term of withTerm) for (let up = term.section; up; up = up.section) filled.add(up)
    for (const clause of clauses) {
      if (clause.node.type !== 'section' || !clause.node.attributes.classes.includes('definitions') || filled.has(clause))
        continue
      yield { form: 'none', values: { heading: plainText(clause.node) }, place: startOf(clause) }
    }
  },
}

/** Which texts are one of the phrases and nothing else, in whatever form of its words. */
function wholeOnes(texts: readonly (readonly string[])[], phrases: readonly (readonly string[])[]): ReadonlySet<number> {
  const found = new Set<number>()
  if (texts.every(({ length }) => length === 0)) return found
  const finds = phraseFinder(texts)
  for (const phrase of new Map(phrases.map((words) => [words.join(' '), words])).values())
    finds(phrase, (text, at) => {
      if (at === 0 && texts[text]?.length === phrase.length) found.add(text)
      return false
    })
  return found
}
