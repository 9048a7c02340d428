import type { Receipt } from '../../import/index.js'
import { type DocBlock, heading, muted, paragraph, strong, text } from '../../present/index.js'
import type { ReceiptSetting } from './setting.js'

type Guess = NonNullable<Receipt['guesses']>[number]

/** What was guessed of a model: what stood there, what it became, and how to change it. Nothing for what is no model. */
export function guesses({ guesses: found }: Receipt, setting: ReceiptSetting): DocBlock[] {
  if (found === undefined) return []
  const { wording } = setting
  const title = { ...heading(1, wording('receipt.guesses.title')), id: 'guesses' }
  if (found.length === 0) return [title, paragraph(wording('receipt.guesses.none'))]
  const columns = (['place', 'stood', 'became', 'change'] as const).map((name) => ({
    header: 'column' as const,
    children: [paragraph(wording(`receipt.guesses.${name}`))],
  }))
  return [
    title,
    paragraph(wording('receipt.guesses.intro', { count: found.length })),
    {
      type: 'table',
      look: 'grid',
      columns: [{ weight: 1.2 }, { weight: 4 }, { weight: 3 }, { weight: 4 }],
      head: [{ cells: columns }],
      body: found.map((guess) => ({
        cells: [
          { children: placeOf(guess, setting) },
          { children: [paragraph(guess.stood), paragraph([muted(wording(`receipt.guess.sign.${guess.sign}`))], 'small')] },
          { children: became(guess, setting) },
          { children: [paragraph(wording(`receipt.guess.change.${guess.kind}`, { name: guess.name ?? '' }))] },
        ],
      })),
    },
  ]
}

const placeOf = ({ line, clause }: Guess, { wording }: ReceiptSetting): DocBlock[] => [
  paragraph(wording('receipt.line', { line })),
  ...(clause === undefined ? [] : [paragraph([{ type: 'code', value: `#${clause}` }], 'small')]),
]

function became({ kind, name = '', type }: Guess, { wording }: ReceiptSetting): DocBlock[] {
  const said = paragraph([strong(wording(`receipt.guess.${kind}`))])
  if (kind === 'parameter') {
    const of = type === undefined ? [] : [text(` ${wording(`receipt.guess.type.${type}`)}`)]
    return [said, paragraph([{ type: 'code', value: `{{${name}}}` }, ...of])]
  }
  return name === ''
    ? [said]
    : [said, paragraph([{ type: 'code', value: kind === 'variant' ? `variant=${name}` : `when=${name}` }])]
}
