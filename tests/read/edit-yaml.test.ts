import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editFrontMatter, type YamlEdit } from '../../src/read/index.js'
import { runs } from '../support/laws.js'

const PERSON = `# Van het stafbureau
title: 'Protocol "sociale media"'   # zo heet het op de site
organisation: linde

version:    1.0.0
status: draft   # tot de GMR heeft ingestemd
numbering: { headings: [decimal], items: [ lower-alpha ] }
date: 2024-01-02

# Wie er beslist
route:
    - { body: GMR, right: consent }   # eerst de raad
    - body: College van Bestuur
      right: adoption
approvals:
- date: 2024-03-01
  body: GMR
  right: consent
parameters:
    school: "De Linde"
    # telt de directie mee?
    leden: 07
`

const edit = (...edits: readonly YamlEdit[]): string => editFrontMatter(PERSON, edits) ?? expect.fail('not edited')
/** Lines that are in the one and not in the other. */
const differing = (a: string, b: string): string[] => a.split('\n').filter((line) => !b.split('\n').includes(line))

describe('front matter is edited', () => {
  it('without touching any other line', () => {
    const next = edit({ path: ['version'], value: '1.1.0' }, { path: ['status'], value: 'adopted' })
    expect(differing(next, PERSON)).toEqual(['version:    1.1.0', 'status: adopted   # tot de GMR heeft ingestemd'])
    expect(differing(PERSON, next)).toEqual(['version:    1.0.0', 'status: draft   # tot de GMR heeft ingestemd'])
  })

  it('in the manner of its author: quotes, brackets, and how lists are indented', () => {
    expect(edit({ path: ['title'], value: "Foto's" })).toContain("title: 'Foto''s'   # zo heet het op de site\n")
    expect(edit({ path: ['numbering'], value: { headings: ['path'] } })).toContain('numbering: {headings: [path]}\n')
    expect(edit({ path: ['approvals', 1], value: { body: 'CvB' } })).toContain(
      '- date: 2024-03-01\n  body: GMR\n  right: consent\n- body: CvB\n',
    )
    const routed = edit({ path: ['route', 1, 'right'], value: 'approval' })
    expect(routed).toContain(
      '    - { body: GMR, right: consent }   # eerst de raad\n    - body: College van Bestuur\n      right: approval\n',
    )
    const parameters = edit({ path: ['parameters', 'school'], value: 'De Eik' })
    expect(parameters).toContain('parameters:\n    school: "De Eik"\n    # telt de directie mee?\n    leden: 07\n')
  })

  it('with a new key where the format names it', () => {
    expect(edit({ path: ['effective'], value: '2024-08-01' })).toContain(
      'date: 2024-01-02\neffective: 2024-08-01\n\n# Wie er beslist\n',
    )
    expect(edit({ path: ['history'], value: [{ version: '1.0.0' }] }).endsWith('leden: 07\nhistory:\n  - version: 1.0.0\n')).toBe(
      true,
    )
    expect(editFrontMatter('', [{ path: ['title'], value: 'Nieuw' }])).toBe('title: Nieuw\n')
    expect(editFrontMatter('# nog niets\n', [{ path: ['title'], value: 'Nieuw' }])).toBe('# nog niets\ntitle: Nieuw\n')
    expect(editFrontMatter('title: Nieuw', [{ path: ['version'], value: '1.0.0' }])).toBe('title: Nieuw\nversion: 1.0.0\n')
  })

  it('and a key goes without what stands around it', () => {
    const next = edit({ path: ['route'], value: undefined })
    expect(next).toContain('date: 2024-01-02\n\n# Wie er beslist\napprovals:\n')
    expect(edit({ path: ['date'], value: undefined })).not.toContain('2024-01-02')
  })

  it('whole where it is written in one line, and with names for what comes back', () => {
    expect(editFrontMatter('{ title: A, version: 1.0.0 }\n', [{ path: ['version'], value: '2.0.0' }])).toBe(
      '{ title: A, version: 2.0.0 }\n',
    )
    const named = 'title: A\nroute: &wie\n  - { body: MR, right: advice }\nremarks: []\napprovals: *wie\n'
    const next = editFrontMatter(named, [{ path: ['route', 0, 'body'], value: 'GMR' }]) ?? ''
    expect(parse(next)).toMatchObject({ approvals: [{ body: 'GMR' }], route: [{ body: 'GMR' }] })
  })

  it('and not at all where it cannot be read', () => {
    expect(editFrontMatter('title: [', [{ path: ['title'], value: 'A' }])).toBeUndefined()
    expect(editFrontMatter('- een lijst\n', [{ path: ['title'], value: 'A' }])).toBeUndefined()
  })

  it('to say just what was asked, whatever that is', () => {
    const key = fc.constantFrom(
      'title',
      'version',
      'date',
      'numbering',
      'route',
      'approvals',
      'parameters',
      'citation',
      'deviations',
    )
    const words = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('ja', '# geen', 'a: b', '- x', '1.0', '*', '---', '{', ' '),
    )
    const value = fc.oneof(
      words,
      fc.integer(),
      fc.boolean(),
      fc.array(words, { maxLength: 3 }),
      fc.dictionary(words, words, { maxKeys: 3 }),
      fc.constant(undefined),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 4 }), (pairs) => {
        const expected: Record<string, unknown> = parse(PERSON)
        for (const [name, wanted] of pairs) {
          if (wanted === undefined) delete expected[name]
          else expected[name] = wanted
        }
        const next =
          editFrontMatter(
            PERSON,
            pairs.map(([name, wanted]) => ({ path: [name], value: wanted })),
          ) ?? ''
        expect(parse(next, { stringKeys: true })).toEqual(expected)
        const kept = [
          'organisation: linde',
          '# Van het stafbureau',
          '# Wie er beslist',
          'status: draft   # tot de GMR heeft ingestemd',
        ]
        for (const line of kept) expect(next.split('\n')).toContain(line)
      }),
      { seed: 10, numRuns: runs(100) },
    )
  })

  it('under one key at once as one after another', () => {
    const value = fc.oneof(
      fc.constantFrom(undefined, 'ja', '# geen', 7),
      fc.dictionary(fc.constantFrom('why', 'date', 'a: b'), fc.constantFrom('Kort.', '- x', '2024-01-02'), { maxKeys: 3 }),
    )
    const names = fc.constantFrom('school', 'leden', 'toestemming', 'beeld', 'melden')
    fc.assert(
      fc.property(fc.array(fc.tuple(names, value), { minLength: 1, maxLength: 6 }), (pairs) => {
        const edits = pairs.map(([name, wanted]): YamlEdit => ({ path: ['parameters', name], value: wanted }))
        const one = edits.reduce((text, each) => editFrontMatter(text, [each]) ?? '', PERSON)
        const [together, apart] = [edit(...edits), one].map((text) => parse(text, { stringKeys: true }))
        expect(together).toEqual(apart)
      }),
      { seed: 11, numRuns: runs(100) },
    )
  })
})
