import { describe, expect, it } from 'vitest'
import { desk, linde, ROOT } from './support.js'

const PAGE = '/policies/linde/media'
const FILE = `${ROOT}/policies/linde/media.md`
const FRONT = '---\ntitle: Media\norganisation: linde\nversion: 1.0.0\nstatus: draft\nlang: nl\n---\n\n'
const text = (clauses: number) =>
  `${FRONT}${Array.from({ length: clauses - 1 }, (_, i) => `- Regel ${i} geldt op school. {#regel-${i}}\n`).join('')}- Wie dat ziet, meldt het aan de de directie. {#melden}\n`

describe('what can only be meant in one way', () => {
  it.each([
    ['counted before it is asked for', 5000, 'One of them can only be meant in one way.'],
    ['looked for when it is asked for in a longer text', 5001, 'In a text as long as this one that is tried when you ask.'],
  ])('is %s, and mended', async (_, clauses, words) => {
    const { ask, send, files } = await desk(linde(text(clauses)))
    const page = await (await ask(PAGE)).text()
    expect(page).toContain(words)
    expect(page).toContain('Mend them now')
    const { status } = await send(PAGE, { act: 'mend' })
    expect(status).toBe(303)
    expect(new TextDecoder().decode(files.read(FILE))).toBe(text(clauses).replace('de de directie', 'de directie'))
    expect(await (await ask(PAGE)).text()).not.toContain('can only be meant in one way')
  })
})
