import { type EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { compute, schema } from '../../src/edit/index.js'
import { at, cursor, outline, pressed, typed } from './editing.js'

const SOURCE = `# Foto's {#fotos}

Een school vraagt toestemming. {#toestemming}

1. De ouders geven toestemming. {#ouders}
2. De leerling geeft toestemming. {#leerling}
   - vanaf zestien jaar {#zestien}
`

const cut = (state: EditorState) => ({ slice: state.selection.content(), state: state.apply(state.tr.deleteSelection()) })
const item = (state: EditorState, words: string) => {
  const placed = cursor(state, words)
  return placed.apply(placed.tr.setSelection(cursor(state, words, 0, words.length).selection))
}

describe('an id', () => {
  it.each([
    ['a paragraph', 'Een school', 10, ['Een school (toestemming)', ' vraagt toestemming. (–)']],
    ['an item', 'De ouders', 9, ['  De ouders (ouders)', '   geven toestemming. (–)']],
  ])('stays on the first half of %s that is cut in two', (_, words, offset, expected) => {
    expect(outline(pressed(at(SOURCE, words, offset), 'Enter'))).toEqual(expect.arrayContaining(expected))
  })

  it('stays with the words when a line is made above them', () => {
    expect(outline(pressed(at(SOURCE, 'Een school'), 'Enter')).slice(1, 3)).toEqual(
      ['(–)', 'Een school vraagt toestemming. (toestemming)'].map((line, i) => (i === 0 ? ` ${line}` : line)),
    )
    expect(outline(pressed(at(SOURCE, 'De ouders'), 'Enter'))).toEqual(
      expect.arrayContaining(['   (–)', '  De ouders geven toestemming. (ouders)']),
    )
  })

  it('is the first of two clauses that are joined', () => {
    const once = pressed(at(SOURCE, 'De leerling'), 'Backspace')
    expect(outline(once)).toContain('De leerling geeft toestemming. (leerling)')
    expect(outline(pressed(once, 'Backspace'))).toContain('  De ouders geven toestemming.De leerling geeft toestemming. (ouders)')
  })

  it('goes along where a clause moves, nests or leaves its list', () => {
    expect(outline(pressed(at(SOURCE, 'De leerling'), 'Alt-ArrowUp')).slice(2)).toEqual([
      '  De leerling geeft toestemming. (leerling)',
      '    vanaf zestien jaar (zestien)',
      '  De ouders geven toestemming. (ouders)',
    ])
    const nested = pressed(at(SOURCE, 'De leerling'), 'Tab')
    expect(outline(nested)).toContain('    De leerling geeft toestemming. (leerling)')
    expect(nested.doc.child(2).child(0).child(1).attrs.ordered).toBe(true)
    expect(outline(pressed(at(SOURCE, 'De ouders'), 'Shift-Tab'))).toContain('De ouders geven toestemming. (ouders)')
  })

  it('stays with words that come to stand behind the notes, which are of what they stand behind', () => {
    const state = at('Een school.[^een] {#school}\n\n[^een]: De noot.\n', 'Een school')
    const words = (id: string) => schema.nodes.paragraph.create({ id }, schema.text(id))
    const note = (name: string, id: string) => schema.nodes.note.create({ name }, words(id))
    const [first] = [state.doc.child(0).nodeSize]
    const put = state.apply(state.tr.insert(state.doc.content.size, note('', 'onder')).insert(first, note('', 'boven')))
    expect(put.doc.children.map(({ type, attrs, textContent }) => [type.name, attrs.name ?? attrs.id, textContent])).toEqual([
      ['paragraph', 'school', 'Een school.'],
      ['paragraph', 'boven', 'boven'],
      ['note', 'een', 'De noot.onder'],
    ])
    expect(outline(put).at(-1)).toContain('(onder)')
  })

  it('goes along where the selection reaches into the clause behind the one that moves', () => {
    const first = at(SOURCE, 'Een school', 4)
    const wide = first.apply(
      first.tr.setSelection(TextSelection.create(first.doc, first.selection.from, first.doc.content.size - 4)),
    )
    const moved = pressed(wide, 'Alt-ArrowDown')
    expect(outline(moved).at(-1)).toBe('Een school vraagt toestemming. (toestemming)')
    expect(moved.doc.textBetween(moved.selection.from, moved.selection.to)).toBe('school vraagt toestemming.')
  })

  it('is not had by a copy, and is kept by what was cut and pasted', () => {
    const words = 'Een school vraagt toestemming.'
    const chosen = item(at(SOURCE, words), words)
    const whole = chosen.apply(chosen.tr.setSelection(chosen.selection))
    const slice = whole.doc.slice(whole.selection.$from.before(), whole.selection.$from.after())
    const copied = whole.apply(whole.tr.insert(0, slice.content))
    expect(outline(copied).filter((line) => line.startsWith('Een school'))).toEqual([`${words} (–)`, `${words} (toestemming)`])
    const removed = whole.apply(whole.tr.delete(whole.selection.$from.before(), whole.selection.$from.after()))
    const moved = removed.apply(removed.tr.insert(removed.doc.content.size, slice.content))
    expect(outline(moved).filter((line) => line.startsWith('Een school'))).toEqual([`${words} (toestemming)`])
  })

  it('comes back with what is undone, and is given up with what is deleted', () => {
    const words = 'De ouders geven toestemming.'
    const chosen = item(at(SOURCE, words), words)
    const gone = chosen.apply(chosen.tr.delete(chosen.selection.$from.before(-1), chosen.selection.$from.after(-1)))
    expect(outline(gone).join()).not.toContain('(ouders)')
    expect(outline(pressed(gone, 'Mod-z'))).toContain(`  ${words} (ouders)`)
  })

  it('belongs to every variant of a provision', () => {
    const variants = 'Streng. {#foto variant=streng}\n\nRuim. {#foto variant=ruim}\n'
    expect(outline(typed(at(variants, 'Ruim', 4), 'er'))).toEqual(['Streng. (foto)', 'Ruimer. (foto)'])
  })
})

describe('a number', () => {
  it('begins anew in a list that is a copy of another', () => {
    const state = at('1. Een regel. {#een}\n\nTussen. {#tussen}\n', 'Een regel')
    const list = state.doc.child(0)
    const doubled = state.apply(state.tr.insert(state.doc.content.size, list)).doc
    const { labels } = compute(doubled, { title: '', status: 'draft', lang: 'nl' })
    expect([...labels.values()].map(({ text }) => text)).toEqual(['1', '1'])
  })
})

describe('a note', () => {
  const noted = 'Een regel[^a] hier. {#een}\n\nNog een. {#twee}\n\n[^a]: De noot.\n'

  it('of which the mark is copied becomes two', () => {
    const state = at(noted, 'Een regel')
    const { $from } = state.selection
    const copied = state.apply(state.tr.insert(0, state.doc.slice($from.before(), $from.after()).content))
    expect(outline(copied).filter((line) => line.startsWith('De noot'))).toHaveLength(2)
    expect(copied.doc.toString()).toContain('note(paragraph("De noot.")), note(paragraph("De noot."))')
  })

  it('stays where its mark is moved', () => {
    const state = at(noted, 'Een regel')
    expect(cut(pressed(state, 'Alt-ArrowDown')).state.doc.toString()).toBe(pressed(state, 'Alt-ArrowDown').doc.toString())
    expect(outline(pressed(state, 'Alt-ArrowDown'))).toEqual(['Nog een. (twee)', 'Een regel hier. (een)', 'De noot. (–)'])
  })
})
