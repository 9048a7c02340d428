/**
 * A condition `when=` asks for a parameter that is declared, and for one of its choices.
 *
 * ```markdown ok template
 * ---
 * title: Model
 * parameters:
 *   film: { type: flag, default: false }
 *   soort: { type: choice, values: [po, vo] }
 * ---
 *
 * De school filmt. {#film when=film}
 *
 * De leerling tekent zelf. {#zelf when="soort=vo"}
 * ```
 *
 * ```markdown template
 * ---
 * title: Model
 * parameters:
 *   soort: { type: choice, values: [po, vo] }
 * ---
 *
 * De school filmt. {#film when=filmen}
 *
 * De student tekent zelf. {#zelf when="soort=mbo"}
 * ```
 *
 * ```messages
 * 7:1 error template/condition Unexpected condition on the parameter "filmen", expected one that is declared
 * 9:1 error template/condition Unexpected value "mbo" in a condition on "soort", expected one of its choices
 * ```
 *
 * To mend: declare the parameter under `parameters`, or name one that is there; name one of its `values`.
 */
import { isDeclared, parseCondition } from '../../model/index.js'
import { type Rule, startOf } from '../rule.js'

export const templateCondition: Rule<'template/condition'> = {
  id: 'template/condition',
  severity: 'error',
  *check({ metadata: { parameters = {} }, written, options }) {
    if (!options.template) return
    for (const clause of written) {
      const source = clause.node.type === 'note' ? undefined : clause.node.attributes.values.when
      if (source === undefined) continue
      const { parameter: name, value } = parseCondition(source)
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
      if (parameter === undefined) {
        yield { form: 'unknown', values: { name }, place: startOf(clause), expected: Object.keys(parameters) }
      } else if (value !== undefined && isDeclared(parameter) && parameter.type === 'choice') {
        const choices = (parameter.values ?? []).map(String)
        if (!choices.includes(value)) yield { form: 'value', values: { name, value }, place: startOf(clause), expected: choices }
      }
    }
  },
}
