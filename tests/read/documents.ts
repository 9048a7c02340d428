import fc from 'fast-check'

/**
 * Markdown as people and programs write it: policy-like, and full of what could go wrong. Every ordinary word carries its own number, so
 * that a lost one is seen.
 */

const HOSTILE =
  `[...] {{naam}} * ** _ __ \` ~~ ~ [ ]( ](#a) [](#a) [x](http://a.b) [^noot] {#a {#a} {.b} } {{ {a=b} \\ \\{ < <b> </b> & &amp; &#35;
  | ! # 1. - + > = --- 2) 10. a_b _a_ *a* **b** \`c\` ~~d~~ https://x.nl a@b.nl é e\u0301 \u00a0 \u200b "q" “q” … : [x] :: $ % ^ ( ) x`.split(
    /[ \n]+/,
  )

const hostile = fc.constantFrom(...HOSTILE, '  ', '\t', '  \n', '\\\n', '\n')
const ordinary = fc.constantFrom('woord', 'leerling', 'toestemming')
const inline = fc
  .array(fc.oneof(hostile, ordinary), { minLength: 1, maxLength: 8 })
  .chain((words) => fc.constantFrom(' ', '').map((joint) => words.join(joint)))
const attributes = fc.constantFrom(
  ...[
    '',
    '',
    ' {#id-a}',
    ' {#b .c k=v}',
    '{k="a b"}',
    ' {#Slecht_}',
    ' {label=k}',
    ' {x="a\\"b"}',
    ' {#a #b}',
    ' {.}',
    '{lang=en',
  ],
)
const line = fc.tuple(inline, attributes).map(([words, braces]) => words + braces)
const oneLine = (text: string): string => text.replaceAll('\n', ' ')
const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)

const heading = fc.tuple(fc.constantFrom('# ', '## ', '### ', '###### '), line).map(([marks, words]) => marks + oneLine(words))
const table = fc
  .tuple(
    fc.array(fc.array(inline.map(oneLine), { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '{#tabel}\n', '| {.x} |\n'),
  )
  .map(([rows, braces]) => `| a | b |\n| --- | :-: |\n${rows.map((row) => `| ${row.join(' | ')} |\n`).join('')}${braces}`)
const code = fc
  .tuple(fc.constantFrom('```', '~~~', '````'), fc.constantFrom('', 'js', 'js x'), inline, fc.constantFrom('', '\n{#code}'))
  .map(([fence, language, words, braces]) => `${fence}${language}\n${words}\n${fence}${braces}`)
const note = line.map((words) => `[^noot]: ${indent(words, '    ')}`)
const odd = fc.constantFrom(
  ...[
    '---',
    '***',
    '<div>\nx\n</div>',
    '<!-- c -->',
    '    code',
    '[^noot]: een {#n}\n\n    twee',
    '[^los]: - a\n',
    '[r]: http://x.y',
  ],
  ...['Kop\n===', 'Kop\n---', '{#los}', '+', '-', '1.', '>', '#', ''],
)

const { block } = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    line,
    heading,
    table,
    code,
    note,
    odd,
    fc
      .tuple(
        fc.constantFrom('- ', '1. ', '* ', '3) ', '10. '),
        fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('\n', '\n\n'),
      )
      .map(([marker, items, joint]) => items.map((item) => marker + indent(item, ' '.repeat(marker.length))).join(joint)),
    fc.tuple(tie('block'), tie('block'), fc.constantFrom('\n', '\n\n')).map(([above, below, joint]) => above + joint + below),
    tie('block').map((inside) => `> ${indent(inside, '> ')}`),
  ),
}))

/** A number behind every ordinary word. */
function numbered(text: string): string {
  let count = 0
  return text.replace(/woord|leerling|toestemming/g, (word) => `${word}${++count}x`)
}

export const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '---\ntitle: Afspraken\n---\n', '---\ntitle: Rules\nlang: en\n---\n\n', '\ufeff', '\r\n'),
    fc.array(block, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n\n', '\n'),
  )
  .map(([front, blocks, joint]) => numbered(`${front}${blocks.join(joint)}\n`))
