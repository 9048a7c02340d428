import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { resolve } from '../../src/resolve/index.js'
import { schoolPolicy } from '../../src/schools/index.js'

const FRONT = '---\ntitle: Telefoons\norganisation: linde\nversion: 1.0.0\nlang: nl\n---\n\n'

function clausesOf(body: string) {
  const policy = readPolicy(new TextEncoder().encode(`${FRONT}${body}\n`), 'telefoons.md').value
  return schoolPolicy(resolve(policy).value, { ref: 'linde/telefoons', organisation: 'Linde', names: [] }).clauses.map(
    ({ text, sections }) => ({ text, sections }),
  )
}

describe('what is compared of a policy', () => {
  it('is not the name of what follows: of paragraphs under an item, of a list under a word', () => {
    expect(
      clausesOf(
        '# Regels {#a}\n\n1. Opbergen {#b}\n\n   De telefoon ligt in het kluisje. {#c}\n\nSamengevat: {#d}\n\n- Het geluid staat uit. {#e}',
      ),
    ).toEqual([
      { text: 'De telefoon ligt in het kluisje.', sections: ['Regels', 'Opbergen'] },
      { text: 'Het geluid staat uit.', sections: ['Regels'] },
    ])
  })

  it('is a sentence with a paragraph under it, and the words before a list', () => {
    expect(
      clausesOf(
        '1. De telefoon ligt in het kluisje. {#a}\n\n   Het kluisje is op slot. {#b}\n\n2. Uitgezonderd zijn {#c}\n\n   - de pauze; {#d}',
      ).map(({ text }) => text),
    ).toEqual(['De telefoon ligt in het kluisje.', 'Het kluisje is op slot.', 'Uitgezonderd zijn', 'de pauze;'])
  })

  it('has its lead-in where the letters of a list are written and make paragraphs', () => {
    const { value } = readPolicy(
      `${FRONT}1. Uitlenen kan bij: {#a}\n\n   a. ziekte; {#b}\n\n   b. verlies. {#c}\n\n2. Anders niet. {#d}\n`,
      'telefoons.md',
    )
    const { clauses } = schoolPolicy(resolve(value).value, { ref: 'linde/telefoons', organisation: 'Linde', names: [] })
    expect(clauses.map(({ text, lead }) => [text, lead])).toEqual([
      ['Uitlenen kan bij:', undefined],
      ['a. ziekte;', 'Uitlenen kan bij:'],
      ['b. verlies.', 'Uitlenen kan bij:'],
      ['Anders niet.', undefined],
    ])
  })
})
