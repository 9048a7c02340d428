import { MODALITIES } from '../norms/index.js'
import type { Matrix } from '../schools/index.js'
import { DIFFERENCES } from './rules.js'
import { columnNames, columnOrder, type MatrixSetting } from './setting.js'

/** What the filters of a page call a facet and its values, in the order in which they are offered. */
export type MatrixLabels = Readonly<
  Record<string, { readonly name: string; readonly values: Readonly<Record<string, string>>; readonly of?: string }>
>

/** A topic as a value to filter by, which cannot be empty. */
export const topicValue = (topic: string): string => topic || '-'

export const topicName = (topic: string, { topics, wording }: Pick<MatrixSetting, 'topics' | 'wording'>): string =>
  topic === '' ? wording('schools.topic.none') : (topics.get(topic) ?? topic)

/** The words for the facets of the rules: whose stance, what it is, `difference`, `topic`. */
export function matrixLabels(matrix: Matrix, setting: Omit<MatrixSetting, 'form'>): MatrixLabels {
  const { wording } = setting
  const names = columnNames(matrix.policies, setting.schools)
  const order = columnOrder(matrix.policies.length, setting.reference)
  const topics = [...new Set(matrix.rows.map(({ topic }) => topic ?? ''))]
  const values = (keys: readonly string[], key: (name: string) => string) =>
    Object.fromEntries(keys.map((name) => [name, key(name)]))
  return {
    school: {
      name: wording('schools.facet.school'),
      values: Object.fromEntries(order.map((index) => [matrix.policies[index]?.ref ?? '', names[index] ?? ''])),
    },
    stance: {
      name: wording('schools.facet.stance'),
      values: {
        ...values(MODALITIES, (name) => wording(`stance.${name}`)),
        regulated: wording('schools.regulated'),
        silent: wording('schools.silent'),
        unknown: wording('schools.silent.unknown'),
      },
      of: 'school',
    },
    difference: {
      name: wording('schools.facet.difference'),
      values: {
        opposed: wording('schools.opposed'),
        ...values(DIFFERENCES, (name) => wording(`schools.difference.${name}`)),
      },
    },
    topic: {
      name: wording('schools.facet.topic'),
      values: Object.fromEntries(topics.map((topic) => [topicValue(topic), topicName(topic, setting)])),
    },
  }
}
