import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { toEditor, writeEdited } from '../../src/edit/index.js'
import { readPolicy } from '../../src/read/index.js'
import { editor, start } from './random-edits.js'
import { shownInEditor, shownInFile } from './shown.js'

// `npm run laws` asks for more.
const STEPS = Number(process.env.CLAUSULE_LAWS ?? 0) > 0 ? 10_000 : 300

const NAMES = [
  'policies/aeres/social-media.md',
  'policies/flex-college/social-media.md',
  'policies/voorbeeldschool/social-media.md',
  'templates/sector/absence.md',
  'templates/init/blank.nl.md',
]
const sources = NAMES.map((name) => ({
  name,
  text: readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8'),
}))

const SHARE = 1 / sources.reduce((sum, { text }) => sum + 1 / text.length, 0)

/** The ids in a document, each with its variant. */
function idsIn(doc: Node): string[] {
  const ids: string[] = []
  doc.descendants(({ attrs }) => {
    if (attrs.id) ids.push(`${attrs.id} ${attrs.values.variant ?? ''}`)
  })
  return ids.sort()
}

describe('random editing', () => {
  it.each(sources)(
    'of $name gives a file that reads back to exactly what is shown, with no id lost or doubled',
    ({ name, text }) => {
      // A step in a short text takes less time.
      const steps = Math.ceil((STEPS / text.length) * SHARE)
      const step = editor(20_261_122 + NAMES.indexOf(name))
      let file = text
      let { value: policy } = readPolicy(text, name)
      let state = start(toEditor(policy))
      const trail: string[] = []
      for (let at = 0; at < steps; at++) {
        const before = state
        const made = step(state)
        state = made.state
        trail.push(made.name)
        const where = `step ${at}, ${trail.slice(-5).join(', ')}`
        state.doc.check()
        const ids = idsIn(state.doc)
        expect(new Set(ids).size, `${where}: doubled`).toBe(ids.length)
        if (!made.loses) expect(ids, `${where}: ids`).toEqual(idsIn(before.doc))
        if (state.doc === before.doc) continue
        const written = writeEdited(file, state.doc)
        expect(written, `${where}: not to be written`).toBeDefined()
        file = written ?? ''
        policy = readPolicy(file, name).value
        expect(shownInFile(policy), where).toEqual(shownInEditor(state.doc, policy.metadata))
        // A person who closes the page and comes back goes on from the file.
        if (at % 97 === 96) state = start(toEditor(policy))
      }
    },
  )
})
