/**
 * A parameter of a template is used, in a text or a condition, and its default is of its type. Values that are given instead of declared are
 * not judged.
 *
 * ```markdown ok template
 * ---
 * title: Model
 * parameters:
 *   school: { type: text, description: Name of the school }
 *   days: { type: number, default: 5 }
 *   film: { type: flag, default: false }
 *   who: { type: choice, values: [ouders, leerlingen], default: ouders }
 * ---
 *
 * {{school}} antwoordt binnen {{days}} dagen aan {{who}}. {#antwoord}
 *
 * De school filmt. {#film when=film}
 * ```
 *
 * ```markdown template
 * ---
 * title: Model
 * parameters:
 *   school: { type: text, description: Name of the school }
 *   days: { type: number, default: vijf }
 *   start: { type: date, default: 2026-02-30 }
 *   who: { type: choice }
 * ---
 *
 * Antwoord komt binnen {{days}} dagen, vanaf {{start}}, aan {{who}}. {#antwoord}
 * ```
 *
 * ```messages
 * 4:3 warning template/parameter Unexpected parameter "school" that no clause and no condition uses, expected one that is used
 * 5:3 error template/parameter Unexpected default "vijf" of the parameter "days", expected a number
 * 6:3 error template/parameter Unexpected default "2026-02-30" of the parameter "start", expected a date that exists, YYYY-MM-DD
 * 7:3 error template/parameter Unexpected choice "who" without values, expected at least two
 * ```
 *
 * To mend: use the parameter or take it out; give a default of its type, or none, so that every school is asked.
 */
import { fitsType } from '../../language/index.js'
import { BLANK, type Clause, eachInline, inlinesOf, isDeclared, parseCondition } from '../../model/index.js'
import type { Rule } from '../rule.js'

export const templateParameter: Rule<'template/parameter'> = {
  id: 'template/parameter',
  severity: 'error',
  *check({ metadata: { parameters = {}, lang }, written, keyPlace, options }) {
    if (!options.template) return
    const used = usedIn(written)
    for (const [name, parameter] of Object.entries(parameters)) {
      if (!isDeclared(parameter)) continue
      const place = keyPlace(['parameters', name])
      if (!used.has(name)) yield { form: 'unused', severity: 'warning', values: { name }, place }
      if (parameter.type === 'choice' && (parameter.values ?? []).length < 2) yield { form: 'choices', values: { name }, place }
      const { default: value } = parameter
      if (value !== undefined && !fitsType(value, parameter, lang)) {
        yield { form: 'default', values: { name, value: String(value), wanted: { phrase: `answer.${parameter.type}` } }, place }
      }
    }
  },
}

/** The parameters that a text prints or a condition asks for. */
function usedIn(written: readonly Clause[]): ReadonlySet<string> {
  const used = new Set<string>()
  for (const { node } of written) {
    for (const content of inlinesOf(node)) {
      eachInline(content, (inline) => {
        if (inline.type !== 'text') return
        for (const [, name = ''] of inline.value.matchAll(BLANK)) used.add(name)
      })
    }
    const condition = node.type === 'note' ? undefined : node.attributes.values.when
    if (condition !== undefined) used.add(parseCondition(condition).parameter)
  }
  return used
}
