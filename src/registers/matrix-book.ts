import type { Workbook } from '../present/index.js'
import { type DeviationMatrix, EXPECTED, type Stand } from '../tailor/index.js'
import { coverage, filledWords, reasonWords, type TemplateSetting } from './setting.js'

/** All schools of a template against it, as a workbook: a column for each school, and a sheet with a line for each deviation. */
export function deviationMatrixSheets(
  { schools, provisions }: DeviationMatrix,
  { title, lang, wording }: TemplateSetting,
): Workbook {
  const name = (key: string) => wording(`templates.column.${key}`)
  const said = ({ kind, variant, values, usual }: Stand) => {
    const words = wording(`templates.kind.${kind}`, { variant: variant ?? '' })
    return values.length > 0 ? `${words}: ${filledWords({ values, usual }, lang, wording)}` : words
  }
  const columns = (widths: Readonly<Record<string, number>>) =>
    Object.entries(widths).map(([key, width]) => ({ name: name(key), width }))
  const line = (school: string, id: string, stand: Stand) => [
    school,
    id,
    [wording(`templates.kind.${stand.kind}`, { variant: stand.variant ?? '' }), ...coverage(stand, wording)].join('; '),
    wording(`versions.significance.${stand.significance}`),
    stand.old,
    stand.next,
    filledWords(stand, lang, wording),
    reasonWords(stand, wording),
  ]
  return {
    title,
    lang,
    sheets: [
      {
        name: wording('templates.matrix.map'),
        columns: [...columns({ provision: 24, template: 60 }), ...schools.map((school) => ({ name: school.name, width: 18 }))],
        frozen: 2,
        rows: provisions.map(({ id, words, stands }) => [id, words, ...stands.map((stand) => (stand ? said(stand) : ''))]),
      },
      {
        name: wording('templates.matrix.who'),
        columns: columns({
          school: 28,
          provision: 24,
          what: 20,
          significance: 16,
          template: 60,
          words: 60,
          filled: 24,
          reason: 40,
        }),
        frozen: 1,
        rows: schools.flatMap((school, i) => [
          ...provisions.flatMap(({ id, stands }) => {
            const stand = stands[i]
            return stand && !EXPECTED.has(stand.kind) ? [line(school.name, id, stand)] : []
          }),
          ...school.own.map((stand) => line(school.name, stand.id ?? '', stand)),
        ]),
      },
    ],
  }
}
