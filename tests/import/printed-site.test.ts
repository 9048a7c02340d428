import { describe, expect, it } from 'vitest'
import { aroundDocument } from '../../src/pdf/site.js'

type Node = Parameters<typeof aroundDocument>[0][number]['tree']

const part = (role: string, ...children: Node[]): Node => ({ role, children })
const words = (id: string): Node => ({ type: 'content', id })
const LETTERS = new Map([
  ['notice', 40],
  ['menu', 30],
  ['table', 60],
  ['title', 20],
  ['chapter', 20],
  ['text', 400],
  ['news', 50],
])
const menu = part('L', part('LI', part('Link', words('menu'))))
const page = (...document: Node[]) => ({
  tree: part(
    'Document',
    part('NonStruct', part('P', words('notice'))),
    part('NonStruct', menu),
    part('NonStruct', part('Art', ...document)),
    part('Aside', part('H2', words('news'))),
  ),
  letters: LETTERS,
})
const chapter = [part('H2', words('chapter')), part('P', words('text'))]

describe('a site that a browser printed', () => {
  it('has its cover on a page of its own, where no menu and no notice stands', () => {
    const cover = { tree: part('Document', part('P', words('cover')), part('Table', words('table'))), letters: LETTERS }
    expect([...aroundDocument([cover, page(part('H1', words('title')), ...chapter)])]).not.toContain('cover')
    const start = { tree: part('Document', menu, part('P', words('cover'))), letters: LETTERS }
    expect([...aroundDocument([start, page(part('H1', words('title')), ...chapter)])]).toContain('menu')
  })

  it('has around its document what does not stand beside its title', () => {
    expect([...aroundDocument([page(part('H1', words('title')), part('P', words('table')), ...chapter)])]).toEqual([
      'notice',
      'menu',
      'news',
    ])
  })

  it('or beside its first chapter, where the title stands in a table', () => {
    const around = aroundDocument([page(part('P', words('table')), part('P', words('title')), ...chapter)])
    expect([...around]).toEqual(['notice', 'menu', 'news'])
  })

  it('and none where no part holds most of its words', () => {
    const loose = {
      tree: part('Document', part('Art', part('H2', words('chapter'))), part('P', words('text'))),
      letters: LETTERS,
    }
    expect([...aroundDocument([loose])]).toEqual([])
  })
})
