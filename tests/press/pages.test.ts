import { expect, test } from 'vitest'
import { paginate } from '../../src/press/pages.js'
import type { Anchor, NoteFlow, Slab } from '../../src/press/set.js'
import { Tag } from '../../src/press/tags.js'

/** A page of ten units; the rule above notes takes one of them. */
const ROOM = { top: 100, bottom: 110, separator: 1 }

interface Named extends Slab {
  readonly name: string
}
const slab = (name: string, over: Partial<Slab> = {}): Named => ({
  name,
  height: 1,
  before: 0,
  keep: false,
  paint: () => {},
  ...over,
})
const rows = (prefix: string, count: number, over: Partial<Slab> = {}): Named[] =>
  Array.from({ length: count }, (_, index) => slab(`${prefix}${index + 1}`, over))
const noted = (name: string, height: number): NoteFlow => ({
  name,
  tag: new Tag('Note', undefined),
  slabs: rows(name, height),
  height,
})

const names = (placed: readonly { slab: Slab }[]): string => placed.map((each) => (each.slab as Named).name).join(' ')
const pages = (slabs: readonly Slab[]): string[] =>
  paginate(slabs, ROOM).map(({ placed, foot }) => names(placed) + (foot.length > 0 ? ` | ${names(foot)}` : ''))

test('a page takes what fits', () => {
  expect(pages(rows('r', 12))).toEqual(['r1 r2 r3 r4 r5 r6 r7 r8 r9 r10', 'r11 r12'])
})

test('a part that wants a full page before it starts below a page that is hardly filled', () => {
  const part = slab('part', { page: 'after-full' })
  expect(pages([...rows('r', 4), part])).toEqual(['r1 r2 r3 r4 part'])
  expect(pages([...rows('r', 6), part, ...rows('b', 4)])).toEqual(['r1 r2 r3 r4 r5 r6', 'part b1 b2 b3 b4'])
  expect(pages([...rows('r', 1), slab('always', { page: true })])).toEqual(['r1', 'always'])
})

test('a part that ends on the page starts there, however full the page is', () => {
  const part = slab('part', { page: 'after-full' })
  expect(pages([...rows('r', 6), part, ...rows('b', 3)])).toEqual(['r1 r2 r3 r4 r5 r6 part b1 b2 b3'])
  const always = slab('always', { page: true })
  expect(pages([...rows('r', 6), part, ...rows('b', 3), always])).toEqual(['r1 r2 r3 r4 r5 r6 part b1 b2 b3', 'always'])
})

test('a head goes with the start of its row, however long the row', () => {
  const long = (height: number): Named => slab('long', { height, keep: true, split: (room) => [long(room), long(height - room)] })
  expect(pages([...rows('r', 8), slab('head'), long(14)])).toEqual(['r1 r2 r3 r4 r5 r6 r7 r8', 'head long', 'long'])
  expect(pages([...rows('r', 4), slab('head'), long(14)])).toEqual(['r1 r2 r3 r4 head long', 'long'])
})

test('what only had better keep together is parted where the page before it would be left half empty', () => {
  const table = () => [
    slab('title'),
    ...rows('t', 2, { keep: true }),
    ...rows('u', 3, { keep: 'better' }),
    slab('last', { keep: true }),
  ]
  expect(pages([...rows('r', 9), ...table()])).toEqual(['r1 r2 r3 r4 r5 r6 r7 r8 r9', 'title t1 t2 u1 u2 u3 last'])
  expect(pages([...rows('r', 5), ...table()])).toEqual(['r1 r2 r3 r4 r5 title t1 t2 u1 u2', 'u3 last'])
  expect(pages([...rows('r', 8), ...table()])).toEqual(['r1 r2 r3 r4 r5 r6 r7 r8', 'title t1 t2 u1 u2 u3 last'])
  expect(pages([...rows('r', 3), ...table()])).toEqual(['r1 r2 r3 title t1 t2 u1 u2 u3 last'])
})

test('what is set small below a list takes the last item along only where it would be a line or two alone on a page', () => {
  const below = (lines: number) => [slab('a1', { keep: 'aside' }), ...rows('b', lines - 1, { keep: true })]
  expect(pages([...rows('i', 9), ...below(4)])).toEqual(['i1 i2 i3 i4 i5 i6 i7 i8 i9', 'a1 b1 b2 b3'])
  expect(pages([...rows('i', 10), ...below(2)])).toEqual(['i1 i2 i3 i4 i5 i6 i7 i8 i9', 'i10 a1 b1'])
  expect(pages([...rows('i', 10), ...below(2), slab('next')])).toEqual(['i1 i2 i3 i4 i5 i6 i7 i8 i9 i10', 'a1 b1 next'])
  expect(pages([...rows('i', 10), ...below(1), slab('part', { page: true })])).toEqual([
    'i1 i2 i3 i4 i5 i6 i7 i8 i9',
    'i10 a1',
    'part',
  ])
  expect(pages([...rows('i', 9), slab('j1'), slab('j2', { keep: true }), ...below(4)])).toEqual([
    'i1 i2 i3 i4 i5 i6 i7 i8 i9',
    'j1 j2 a1 b1 b2 b3',
  ])
})

test('the space above a slab falls away at the top of a page', () => {
  const laid = paginate([...rows('r', 9), slab('next', { before: 3 })], ROOM)
  expect(laid[1]?.placed[0]?.top).toBe(100)
})

test('a heading moves to the page of the lines below it', () => {
  expect(pages([...rows('r', 9), slab('heading'), slab('line1', { keep: true }), slab('line2', { keep: true })])).toEqual([
    'r1 r2 r3 r4 r5 r6 r7 r8 r9',
    'heading line1 line2',
  ])
})

test('what keeps together and is longer than a page is parted', () => {
  expect(pages([slab('start'), ...rows('k', 14, { keep: true })])).toEqual([
    'start k1 k2 k3 k4 k5 k6 k7 k8 k9',
    'k10 k11 k12 k13 k14',
  ])
})

test('a part can ask for a new page, and does not get an empty one', () => {
  expect(pages([slab('a', { page: true }), slab('b', { page: true })])).toEqual(['a', 'b'])
})

test('a cover has a page of its own', () => {
  const laid = paginate([slab('a'), slab('cover', { bare: true, height: 500 }), slab('b')], ROOM)
  expect(laid.map(({ bare }) => bare)).toEqual([false, true, false])
})

test('a note stands at the foot of the page of its mark, and takes its line along where it does not fit', () => {
  expect(pages([...rows('r', 4), slab('mark', { notes: [noted('n', 2)] }), ...rows('s', 3)])).toEqual([
    'r1 r2 r3 r4 mark s1 s2 | n1 n2',
    's3',
  ])
  expect(pages([...rows('r', 7), slab('mark', { notes: [noted('n', 2)] })])).toEqual(['r1 r2 r3 r4 r5 r6 r7', 'mark | n1 n2'])
})

test('a note that no page can hold runs on, and text goes on above it', () => {
  expect(pages([...rows('r', 3), slab('mark', { notes: [noted('n', 14)] }), slab('last')])).toEqual([
    'r1 r2 r3 mark | n1 n2 n3 n4 n5',
    'last | n6 n7 n8 n9 n10',
    ' | n11 n12 n13 n14',
  ])
})

test('a slab higher than a page is divided, with its head above every part', () => {
  const head = [slab('head')]
  const part = (from: number, to: number): Named =>
    slab(`row${from}-${to}`, {
      height: to - from,
      head,
      split: (room) => (room >= 1 ? [part(from, from + Math.floor(room)), part(from + Math.floor(room), to)] : undefined),
    })
  expect(pages([slab('a'), slab('head'), part(0, 20)])).toEqual(['a head row0-8', 'head row8-17', 'head row17-20'])
})

test('a row is divided where moving it whole would leave a good part of the page empty', () => {
  const row = slab('row', { height: 6, split: () => [slab('x', { height: 4 }), slab('y', { height: 2 })] })
  expect(pages([...rows('r', 6), row])).toEqual(['r1 r2 r3 r4 r5 r6 x', 'y'])
  expect(pages([...rows('r', 8), row])).toEqual(['r1 r2 r3 r4 r5 r6 r7 r8', 'row'])
  expect(pages([...rows('r', 4), slab('other', { height: 7, split: () => undefined })])).toEqual(['r1 r2 r3 r4', 'other'])
})

test('a destination knows its page and its place there', () => {
  const anchor: Anchor = { name: 'a', x: 0, page: -1, top: 0 }
  paginate([...rows('r', 12), slab('here', { before: 2, anchors: [anchor] })], ROOM)
  expect(anchor).toMatchObject({ page: 1, top: 104 })
})
