import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { contrast, mix, readableOn, resolveBrand } from '../../../src/present/index.js'
import { fonts } from '../../press/build.js'
import { inEnglish } from '../../support/words.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const svg = (inside: string, root = 'viewBox="0 0 10 10"'): Uint8Array =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inside}</svg>`)

const chunk = (type: string, data: Uint8Array): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
}
/** A square PNG in RGB with as many lines of pixels as said. */
const png = (side: number, lines = side): Uint8Array => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2], 8)
  const pixels = deflateSync(Buffer.alloc(lines * (1 + side * 3)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', new Uint8Array())])
}
/** The font with a table changed by its offset in the file. */
const font = (change: (view: DataView, table: (name: string) => number) => void): Uint8Array => {
  const copy = Uint8Array.from(fonts.regular)
  const view = new DataView(copy.buffer)
  const record = (name: string): number => {
    for (let at = 12; ; at += 16) if (String.fromCharCode(...copy.subarray(at, at + 4)) === name) return at
  }
  change(view, record)
  return copy
}

const mark = (file: Uint8Array) => resolveBrand({ mark: 'logo', markAlt: 'Beeldmerk' }, new Map([['logo', file]]))
const family = (file: Uint8Array) => resolveBrand({ fonts: { regular: 'a.ttf' } }, new Map([['a.ttf', file]]))
const reasons = (result: ReturnType<typeof resolveBrand>) =>
  result.messages.map((message) => `${message.severity}: ${inEnglish(message)}`)

test('without settings there is a brand, and nothing to say', () => {
  const { value, messages } = resolveBrand(undefined, new Map())
  expect(messages).toEqual([])
  expect(value).toMatchObject({ cover: 'band', page: 'A4', text: value.primary })
})

test('a colour too light for text is darkened for text only, and reported with its place', () => {
  const place = { line: 3, column: 1 }
  const { value, messages } = resolveBrand({ colours: { primary: '#FFD23F' } }, new Map(), place)
  expect(value.primary).toBe('#ffd23f')
  expect(contrast(value.text, '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(messages).toMatchObject([{ rule: 'brand/value', severity: 'warning', place, values: { found: '1.4' } }])
})

test('text on any surface can be read', () => {
  for (let share = 0; share <= 1; share += 0.01) {
    const surface = mix('#000000', '#ffffff', share)
    expect(contrast(surface, readableOn(surface))).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  // A worked example of WCAG's own definition: #777777 on white is just short of enough.
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each([
  ['a shape', svg('<path d="M0 0h5v5z" fill="url(#g)"/><use href="#g"/>')],
  [
    'a drawing with a document type',
    bytes(
      '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd"><svg viewBox="0 0 1 1"/>',
    ),
  ],
  ['a size instead of a view box', svg('<rect width="1" height="1"/>', 'width="10" height="10"')],
  ['a PNG', png(4)],
])('%s is a mark', (_, file) => {
  const { value, messages } = mark(file)
  expect(messages).toEqual([])
  expect(value.mark?.alt).toBe('Beeldmerk')
})

test.each([
  ['a script', svg('<script>alert(1)</script>'), 'it holds scripts'],
  ['a script in a comment', svg('<!--><script/><!-- -->'), 'not well-formed'],
  ['a script of another prefix', svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'), 'it holds scripts'],
  ['a page inside', svg('<h:body xmlns:h="http://www.w3.org/1999/xhtml"/>'), 'it holds foreign content'],
  ['an element nobody knows', svg('<handler/>'), 'it holds foreign content'],
  ['a style with a hidden letter', svg('<style>@\\69mport "a.css"</style>'), 'it holds a style sheet'],
  ['an open attribute', svg(`<path d="${'M0 0 '.repeat(9000)}`), 'not well-formed'],
  ['a thousand groups inside each other', svg(`${'<g>'.repeat(1000)}${'</g>'.repeat(1000)}`), 'not well-formed'],
  ['an event', svg('<g onload="x()"/>'), 'it holds scripts'],
  ['an image', svg('<image href="a.png"/>'), 'it holds an image'],
  ['a reference', svg('<use xlink:href="https://voorbeeld.example/a.svg#x"/>'), 'it holds references'],
  ['a remote fill', svg('<path fill="url(https://voorbeeld.example/#g)"/>'), 'it holds references'],
  ['an imported style', svg('<style>@import "a.css"</style>'), 'it holds a style sheet'],
  [
    'an entity',
    bytes('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 1 1">&a;</svg>'),
    'it holds entities',
  ],
  ['text', svg('<text>Naam</text>'), 'expected letters turned into shapes'],
  ['CMYK', svg('<path fill="device-cmyk(0,0,0,1)"/>'), 'it holds CMYK'],
  ['a part that contains itself', svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), 'it refers to itself'],
  [
    'a part doubled twenty times',
    svg(Array.from({ length: 20 }, (_, i) => `<g id="g${i}">${`<use href="#g${i + 1}"/>`.repeat(2)}</g>`).join('')),
    'it refers to itself or repeats',
  ],
  ['an open element', svg('<g>'), 'not well-formed'],
  ['no size', svg('', ''), 'it has no size'],
  ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG file'],
  ['half a PNG', png(4).slice(0, 40), 'a damaged PNG'],
  ['a PNG that lacks lines', png(4, 2), 'a damaged PNG'],
  [
    'a PNG with other bytes for pixels',
    Buffer.concat([png(4).slice(0, 41), Buffer.from('onzin'), png(4).slice(46)]),
    'a damaged PNG',
  ],
  ['a huge PNG', png(5000, 1), '5000 by 5000 pixels'],
  ['nothing', new Uint8Array(), 'neither SVG nor PNG'],
])('%s is refused as a mark', (_, file, reason) => {
  const result = mark(file)
  expect(reasons(result)).toEqual([expect.stringContaining(reason)])
  expect(result.messages[0]?.severity).toBe('error')
  expect(result.value.mark).toBeUndefined()
})

test('a mark is a file of the folder, never an address', () => {
  expect(reasons(resolveBrand({ mark: 'weg.svg' }, new Map()))).toEqual([
    expect.stringContaining('expected a file that is in the organisation'),
  ])
  expect(reasons(resolveBrand({ mark: 'https://voorbeeld.example/a.svg' }, new Map()))).toEqual([
    expect.stringContaining('Unexpected address'),
  ])
})

test('a mark without words is named after its file, with a warning', () => {
  const { value, messages } = resolveBrand({ mark: 'beeld/merk.svg' }, new Map([['beeld/merk.svg', svg('')]]))
  expect(value.mark?.alt).toBe('merk')
  expect(messages.map(({ severity }) => severity)).toEqual(['warning'])
})

test('a whole font is taken as it is', () => {
  const { value, messages } = family(fonts.regular)
  expect(messages).toEqual([])
  expect(value.fonts?.regular).toBe(fonts.regular)
})

test.each([
  ['WOFF2', bytes('wOF2abcdefgh'), 'a WOFF2 file'],
  ['a collection', bytes('ttcfabcdefgh'), 'a font collection file'],
  ['other bytes', bytes('geen font, maar tekst'), 'not a complete font file'],
  ['half a font', fonts.regular.slice(0, 9000), 'not a complete font file'],
  [
    'embedding not allowed',
    font((view, table) => view.setUint16(view.getUint32(table('OS/2') + 8) + 8, 0x0002)),
    'does not allow embedding (fsType)',
  ],
  [
    'subsetting not allowed',
    font((view, table) => view.setUint16(view.getUint32(table('OS/2') + 8) + 8, 0x0100)),
    'does not allow embedding a part',
  ],
  ['a variable font', font((view, table) => view.setUint32(table('gasp'), 0x66766172)), 'a variable font'],
  ['no outlines', font((view, table) => view.setUint32(table('glyf'), 0x78787878)), 'it lacks the tables glyf'],
])('%s is refused as a font', (_, file, reason) => {
  const result = family(file)
  expect(reasons(result)).toEqual([expect.stringContaining(reason)])
  expect(result.value.fonts).toBeUndefined()
})

test('margins that leave no room are refused', () => {
  const { value, messages } = resolveBrand({ page: 'A5', margins: { left: 60, right: 60 } }, new Map())
  expect(messages.map(({ severity }) => severity)).toEqual(['error'])
  expect(value.margins.left).toBeLessThan(60)
})
