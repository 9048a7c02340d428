import { deflateSync, inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { checkPdf, NotChecked, wordsOf } from '../../src/check/index.js'
import type { DocInline } from '../../src/present/index.js'
import { type Identity, openIdentity, signPdf } from '../../src/sign/index.js'
import { pkcs12 } from '../support/certificates.js'
import { phraseInEnglish } from '../support/words.js'
import { BRAND, cell, document, h, note, p, pdf, table } from './build.js'

/** A good file with uncompressed pages would be easier to spoil; dictionaries are plain, and those are what rules look at. */
let good: string
beforeAll(async () => {
  const children = [
    h(1, 'Een', { id: 'een', label: '1' }),
    p('Zie ', { type: 'link', target: 'twee', children: [{ type: 'text', value: 'twee' }] }, note(1, p('Noot.'))),
    h(2, 'Twee', { id: 'twee' }),
    table(['A', 'B'], [[{ ...cell('1'), header: 'row' }, '2']]),
  ]
  const attachments = [{ name: 'bron.md', mediaType: 'text/markdown', description: 'Bron', bytes: new Uint8Array([35]) }]
  good = Buffer.from(await pdf(document(children, { attachments }))).toString('latin1')
})

/** Replaces without moving a byte: the table of offsets stays true. */
function spoiled(from: RegExp, to: string): Uint8Array {
  const match = from.exec(good)
  if (!match) throw new Error(`nothing to spoil: ${from}`)
  const [found] = match
  if (to.length > found.length) throw new Error('too long')
  return Buffer.from(good.slice(0, match.index) + to.padEnd(found.length) + good.slice(match.index + found.length), 'latin1')
}

test('a good file has no problems', () => {
  expect(checkPdf(Buffer.from(good, 'latin1')).problems).toEqual([])
})

test.each([
  ['nesting', /\/S \/TH /, '/S /P'],
  ['nesting', /\/S \/TBody/, '/S /Tbodi'],
  ['tables', /\/S \/TBody/, '/S /TFoot'],
  ['headings', /\/S \/H2/, '/S /H3'],
  ['tables', /\/Scope \/Column/, ''],
  ['tables', /\/Scope \/Row/, '/Scope /Rij'],
  ['alternatives', /\/ID \(note\.1\)/, ''],
  ['links', /\/D \(twee\)/, '/D (twie)'],
  ['links', /\/Contents \(twee\)/, '/Contents ()'],
  ['links', /\/Type \/OBJR \/Obj (\d+) 0 R/, '/Type /OBJR /Obj 1 0 R'],
  ['jumps', /\/Names \[\s+\(een\)/, '/Names [ (zen)'],
  ['fonts', /\/FontFile2 \d+ 0 R/, ''],
  ['fonts', /\/CIDToGIDMap \/Identity/, ''],
  ['limits', /\/Lang \(nl\)/, '/Lang (9_)'],
  ['limits', /\/F 4\b/, '/F 2'],
  ['limits', /\/S \/GoTo/, '/S /Hide'],
  ['limits', /\/Subtype \/Link/, '/Subtype /Text'],
  ['limits', /\/S \/Link/, '/S /P'],
  ['limits', /\/Title \/P\b/, '/P /Span'],
  ['limits', /%PDF-1\.7/, '%PDF-2.0'],
  ['limits', /\/PageMode \/UseOutlines/, '/Perms <</X 1>>'],
  ['limits', /\/UserUnit 1\n/, '/PresSteps 1'],
  ['limits', /\/UserUnit 1\n\/StructParents 0\n/, '/Group <</CS /DeviceCMYK>> '],
  ['limits', /\/MediaBox \[0 0 595\.28 841\.89\]/, '/CropBox [0 0 2 800]'],
  ['limits', /\/S \/H2/, '/S /H'],
  ['tables', /\/Scope \/Column/, '/RowSpan 2'],
  ['archive', /\/Lang \(nl\)/, ''],
  ['archive', /\/Tabs \/S/, '/Tabs /R'],
  ['archive', /\/Subtype \/text#2Fmarkdown/, ''],
  ['metadata', /<pdfuaid:part>1/, '<pdfuaid:part>2'],
  ['metadata', /<dc:title>/, '<dc:titel>'],
  ['metadata', /<rdf:li>nl<\/rdf:li>/, '<rdf:li>fy</rdf:li>'],
  ['metadata', /<dc:language><rdf:Bag>/, '<dc:language>'],
  ['content', /\/K 0>>/, '/K 7>>'],
])('the rule "%s" sees %s become %j', (rule, from, to) => {
  expect(checkPdf(spoiled(from, to)).problems.map((problem) => problem.rule)).toContain(rule)
})

test.each([
  [/\/TU \(Hand\)/, '', 'a field has no name'],
  [/\/S \/Form/, '/S /Sect', 'a field stands in no element'],
  [/\/F 132/, '/F 134', 'a field is not printed, or is hidden'],
  [/\/Rect \[0 0 0 0\]/, '/Rect [0 0 9 9]', 'a field has a size and no picture'],
])('the rule "fields" sees %s become %j', async (from, to, said) => {
  const identity = (await openIdentity(pkcs12('x'), 'x')) as Identity
  const moment = new Date('2026-03-02T12:00:00Z')
  const signed = Buffer.from(signPdf(Buffer.from(good, 'latin1'), identity, { moment, reason: 'r', label: 'Hand' }))
  expect(checkPdf(signed).problems).toEqual([])
  const [found = ''] = from.exec(signed.toString('latin1')) ?? []
  signed.write(to.padEnd(found.length), signed.indexOf(found), 'latin1')
  const [problem] = checkPdf(signed).problems.filter(({ rule }) => rule === 'fields')
  expect(problem && phraseInEnglish(problem)).toContain(said)
})

test('content that is marked as nothing is seen', () => {
  const bytes = Buffer.from(good, 'latin1')
  for (const { 0: head, 1: length, index } of good.matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)) {
    const [start, end] = [index + head.length, index + head.length + Number(length)]
    const drawn = inflateSync(bytes.subarray(start, end)).toString('latin1')
    const spoilt = drawn.replace(/\/P <<\/MCID \d+>> BDC/g, '/P BMC')
    if (spoilt === drawn) continue
    bytes.fill(0, start, end).set(deflateSync(Buffer.from(spoilt, 'latin1'), { level: 9 }), start)
    break
  }
  expect(checkPdf(bytes).problems.map(phraseInEnglish)).toContain('page 1: "TJ" draws outside tags and artifacts')
})

test('letters that hardly differ from their ground are seen', async () => {
  const faint = { ...BRAND, text: '#cccccc', primary: '#ffffff' }
  const { problems } = checkPdf(
    await pdf(document([{ type: 'cover', title: 'Wit', organisation: 'X', facts: [] }], { brand: { ...faint, cover: 'plain' } })),
  )
  expect(problems.map(phraseInEnglish)).toEqual([expect.stringContaining('letters in #cccccc on #ffffff have a contrast of 1.6')])
})

test('a table of nothing but a head is no head without a body', async () => {
  const { problems, root } = checkPdf(await pdf(document([h(1, 'Een'), table(['A', 'B'], [])])))
  expect(problems).toEqual([])
  expect(wordsOf(root)).toContain('A B')
})

test('a table in a cell has rows of its own', async () => {
  const inner = table(['X', 'Y', 'Z'], [['1', '2', '3']])
  const { problems } = checkPdf(await pdf(document([h(1, 'Een'), table(['A', 'B'], [['a', cell(inner)]])])))
  expect(problems).toEqual([])
})

test('a link whose words are an address says where it leads', async () => {
  const link = (url: string): DocInline => ({ type: 'link', url, children: [{ type: 'text', value: url }] })
  const bytes = await pdf(document([p('Zie ', link('https://linde.example/regels'), ' of ', link('mailto:info@linde.example'))]))
  expect(checkPdf(bytes).problems).toEqual([])
  const file = Buffer.from(bytes).toString('latin1')
  expect(file).toContain('/Contents (linde.example/regels)')
  expect(file).toContain('/Contents (info@linde.example)')
  const worse = Buffer.from(file.replace('/Contents (linde.example/regels)', '/Contents (http://linde.nl)     '), 'latin1')
  expect(checkPdf(worse).problems.map(phraseInEnglish)).toEqual([
    'the link "https://linde.example/regels" says an address and not where it leads',
  ])
})

test('a file of another kind is refused with a sentence', () => {
  expect(() => checkPdf(Buffer.from('geen pdf'))).toThrow(new NotChecked('no-pdf'))
  expect(() => checkPdf(Buffer.from(good.slice(0, 3000), 'latin1'))).toThrow(new NotChecked('other'))
})
