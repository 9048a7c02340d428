import { expect, it } from 'vitest'
import { remarksIn } from '../../src/pdf/links.js'

it('remarks that a reader put on a page of a PDF are said, and what leads elsewhere is none', () => {
  const notes = [
    { subtype: 'Text', contentsObj: { str: ' Klopt dit? ' }, titleObj: { str: 'Jansen' } },
    { subtype: 'Highlight', contentsObj: { str: 'Nakijken' } },
    { subtype: 'Highlight', contentsObj: { str: '' } },
    { subtype: 'Link', contentsObj: { str: 'naar artikel 2' }, url: 'https://www.wilgen.example' },
  ]
  expect(remarksIn(notes)).toEqual([
    { rule: 'import/comment', form: 'named', values: { author: 'Jansen', words: 'Klopt dit?' }, line: 1 },
    { rule: 'import/comment', form: 'anonymous', values: { words: 'Nakijken' }, line: 1 },
  ])
})
