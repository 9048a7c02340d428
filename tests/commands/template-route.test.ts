import { describe, expect, it } from 'vitest'
import { inMemory } from '../../src/workspace/index.js'
import { clausule } from '../support/cli.js'
import { wordsOn } from '../support/words.js'

const PATH = '/w/templates/bond/boeken.md'

const MODEL = `---
title: Uitleenregels
organisation: bond
version: 1.0.0
status: draft
lang: nl
parameters:
  school: { type: text, example: De Linde }
---

# Lenen {#lenen}

Spreek af wie de boeken telt. {#uitleg .guidance}

1. Een leerling van {{school}} leent een boek. {#leent}
2. Wie een boek kwijtraakt, betaalt het. {#kwijt variant=betalen}
3. Wie een boek kwijtraakt, koopt een ander boek. {#kwijt variant=kopen}
4. Ouders lenen mee op de kaart van hun kind. {#ouders .optional}
`

/** The office of a sector, with a model that its editors decide on. */
async function office() {
  const organisation = 'name: De Bond\nkind: sector\nbodies: [{ name: Redactie }]\nroute: [{ body: Redactie, right: adoption }]\n'
  const files = inMemory({ '/w/templates/bond/organisation.yaml': organisation, [PATH]: MODEL }, { today: '2026-03-02' })
  const text = (path: string) => new TextDecoder().decode(files.read(path))
  const run = (...argv: string[]) => clausule('/w', [...argv, '--quiet'], { files })
  const goes = async (...argv: string[]) => {
    const { code, err } = await run(...argv)
    expect({ argv, code, err: code === 0 ? '' : err }).toEqual({ argv, code: 0, err: '' })
  }
  const edition = async () => {
    await goes('propose', 'bond/boeken')
    await goes('decide', 'bond/boeken', '--body', 'Redactie', '--decision', 'positive')
    await goes('release', 'bond/boeken')
  }
  const edit = (from: string, to: string) => {
    const words = text(PATH)
    expect(words).toContain(from)
    files.write('/w', [{ path: PATH, bytes: words.replace(from, to) }])
  }
  return { files, run, goes, edition, edit, text }
}

describe('a template with several wordings of a provision', () => {
  it('is proposed, decided on and released, also as a next edition, and its paper is known', async () => {
    const { run, edition, edit, text } = await office()
    await edition()
    edit('koopt een ander boek', 'koopt hetzelfde boek')
    await edition()
    expect(text('/w/templates/bond/releases/boeken@1.1.0.md')).toContain('text: sha256:')
    const { code, out } = await run('verify', '/w/out/bond/boeken-1.1.0.pdf', 'bond/boeken')
    expect(out).toContain('untouched, bond/boeken@1.1.0, the last release')
    expect(out).toContain('bond/boeken@1.1.0: recorded: decided on exactly these words: Redactie 2026-03-02')
    expect(code).toBe(0)
  })

  it.each(['redline', 'clean'])('shows which choice each wording is, where its changes are shown: %s', async (paper) => {
    const { files, goes, edition, edit } = await office()
    await edition()
    edit('koopt een ander boek', 'koopt hetzelfde boek')
    await goes('diff', 'bond/boeken', '--paper', paper, '--output', '/w/out/keuzen.html')
    await goes('diff', 'bond/boeken', '--paper', paper, '--output', '/w/out/keuzen.pdf')
    const words = wordsOn(Buffer.from(files.read('/w/out/keuzen.html')).toString('utf8')).replace(/\s+/g, ' ')
    expect(words).toMatch(
      /Toelichting: Spreek af.*Variant A: Wie een boek.*Variant B: Wie een boek.*\(facultatief\) Ouders lenen/,
    )
  })

  it('keeps its marks out of the Word file in which changes are accepted: that is the text itself', async () => {
    const { files, goes, edition, edit } = await office()
    await edition()
    edit('koopt een ander boek', 'koopt hetzelfde boek')
    await goes('diff', 'bond/boeken', '--output', '/w/out/keuzen.md')
    const words = new TextDecoder().decode(files.read('/w/out/keuzen.md'))
    expect(words).toContain('koopt')
    expect(words).not.toContain('Variant B')
  })
})

describe('an edition of a template', () => {
  it('that was changed after it was released is found without being named', async () => {
    const { run, edition, files, text, goes } = await office()
    await edition()
    await goes('verify')
    await goes('status', '--check')
    const path = '/w/templates/bond/releases/boeken@1.0.0.md'
    files.write('/w', [{ path, bytes: text(path).replace('Redactie', 'Directie') }])
    for (const argv of [['verify'], ['status', '--check']]) {
      const { code, err } = await run(...argv)
      expect([argv, code, err]).toEqual([argv, 1, expect.stringContaining('release/touched')])
    }
    files.write('/w', [{ path, bytes: text(path).replace('leent een boek', 'leent twee boeken') }])
    const { code, out, err } = await run('verify')
    expect([code, err]).toEqual([1, expect.stringContaining('release/changed')])
    expect(out).toContain('bond/boeken@1.0.0: nothing proves which words were decided on')
  })

  it('that nobody decided on is told, and fails nothing unless it is asked about: it may have been copied there', async () => {
    const { run, files } = await office()
    files.write('/w', [{ path: '/w/templates/bond/releases/boeken@1.0.0.md', bytes: MODEL.replace('draft', 'adopted') }])
    const { code, out } = await run('verify')
    expect([code, out]).toEqual([0, 'bond/boeken@1.0.0: nothing proves which words were decided on\n'])
    expect((await run('verify', 'bond/boeken')).code).toBe(1)
    files.write('/w', [{ path: PATH, bytes: MODEL.replace('draft', 'adopted') }])
    expect((await run('list')).out).toMatch(/^bond\/boeken +1\.0\.0 +adopted, not proved +Uitleenregels /m)
  })
})
