import { describe, expect, it } from 'vitest'
import { readPolicy } from '../../src/read/index.js'
import { clausule } from '../support/cli.js'
import { workspace } from '../support/workspace.js'

const KEYS = '# yaml-language-server: $schema=x\ntitle: Honden\norganisation: linde\nversion: 1.0.0\nstatus: draft\n'
const BODY = '\n# Regels {#regels}\n\nEen hond blijft aan de lijn.\n'
const found = (source: string) =>
  readPolicy(source, 'a.md').messages.flatMap(({ rule, form, severity }) => (severity === 'error' ? `${rule}.${form}` : []))

describe('front matter that lost a line ---', () => {
  it('is told from a text', () => {
    expect(found(`---\n${KEYS}---\n${BODY}`)).toEqual([])
    expect(found(`${KEYS}---\n${BODY}`)).toEqual(['front-matter/yaml.unopened'])
    expect(found(`---\n${KEYS}${BODY}`)).toEqual(['front-matter/yaml.unclosed'])
    expect(found(`${KEYS}${BODY}`)).toEqual(['front-matter/yaml.unopened'])
  })

  it.each([
    ['a heading', '# Honden\n\nversion: 1.0.0 is de eerste.\n'],
    ['one line with a colon', 'title: de titel van deze regeling staat op het bord.\n\nEen zin.\n'],
    ['lines of a letter', 'Van: de directie\nAan: de ouders\n\nEen zin.\n'],
  ])('is not seen in a text that starts with %s', (_, source) => {
    expect(found(source)).toEqual([])
  })

  it('is not made provisions of', async () => {
    for (const source of [`${KEYS}---\n${BODY}`, `---\n${KEYS}${BODY}`]) {
      const root = workspace(source)
      const { code, err } = await clausule(root, ['ids'])
      expect(code).toBe(1)
      expect(err).toContain('front-matter/yaml')
      expect(err).toContain('---')
    }
  })
})
