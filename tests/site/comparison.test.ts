import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { filesIn, lastingFolder } from '../support/workspace.js'
import { textOf } from './build.js'
import { SAYS, schoolFiles } from './sample.js'

const NAMES = ['berk', 'ceder', 'den', 'els', 'hulst', 'iep', 'kers', 'lariks', 'meidoorn', 'olm']

/** A school's rules on cameras: all alike but for the weeks, and for a rule that one school has alone. */
const rules = (weeks: string, id: string, more = ''): string =>
  textOf(
    '1.0.0',
    `Camera's hangen in de hal en bij de fietsenstalling. {#hal}\n\nDe conciërge bewaart de opnamen ${weeks} weken. {#bewaren}\n\nOuders mogen de opnamen niet bekijken zonder de directeur.${id}\n${more}`,
    SAYS,
  )

function made(names: readonly string[]): { readonly root: string; readonly page: (path: string) => string } {
  const files = names.map((name, index) =>
    schoolFiles(name, {
      'cameras.md': rules(
        index % 2 === 0 ? 'vier' : 'twee',
        index === 0 ? ' {#bekijken}' : '',
        name === 'els' ? '\nBezoekers parkeren hun auto achter het gebouw. {#auto}\n' : '',
      ),
    }),
  )
  const root = lastingFolder(Object.assign({}, ...files))
  return { root, page: (path) => readFileSync(join(root, 'out/site', path, 'index.html'), 'utf8') }
}

const linksIn = (html: string): readonly string[] => [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href)

describe('the comparison on a site', () => {
  const few = made(NAMES.slice(0, 3))
  const many = made(NAMES)
  beforeAll(async () => {
    for (const { root } of [few, many]) expect((await clausule(root, ['site', '--lang', 'nl'])).code).toBe(0)
  })

  it('leads from a map of all rules to a page for each, named by the first clause with an id that has it', () => {
    const overview = few.page('compare/cameras')
    expect(linksIn(overview)).toContain('berk.cameras.bewaren/')
    const rule = few.page('compare/cameras/berk.cameras.bewaren')
    expect(rule).toContain('bewaart de opnamen vier weken')
    expect(rule).toContain('bewaart de opnamen twee weken')
    expect(linksIn(rule)).toContain('../../../ceder/cameras/#bewaren')
  })

  it('keeps the address of a rule when other schools join', () => {
    const before = filesIn(join(few.root, 'out/site/compare')).filter((path) => path.includes('berk.'))
    const now = filesIn(join(many.root, 'out/site/compare'))
    expect(before.length).toBeGreaterThan(1)
    for (const path of before) expect(now).toContain(path)
  })

  it('names schools that say the same in the same words together', () => {
    const rule = many.page('compare/cameras/berk.cameras.bewaren')
    expect(rule.split('bewaart de opnamen vier weken')).toHaveLength(2)
    for (const name of NAMES) expect(linksIn(rule)).toContain(`../../../${name}/cameras/#bewaren`)
  })

  it('counts what many schools ask, where few have a column each', () => {
    const heads = (html: string) => /<thead.*?<\/thead>/s.exec(html)?.[0] ?? ''
    expect(heads(few.page('compare/cameras'))).toContain('Ceder')
    expect(heads(many.page('compare/cameras'))).not.toContain('Ceder')
    expect(heads(many.page('compare/cameras'))).toContain('plicht')
  })

  it('has a page for each policy, on which every clause that has a rule stands under its id', () => {
    const own = few.page('berk/cameras/compared')
    expect(own).toContain(' id="bewaren"')
    expect(linksIn(own)).toContain('../../../compare/cameras/berk.cameras.bewaren/')
    expect(many.page('els/cameras/compared')).toContain('alleen hier gevonden')
    expect(linksIn(few.page('berk/cameras'))).toContain('compared/')
  })

  it('names the nearest of other schools in the history of a clause, and says once how near they are', () => {
    const line = /id="hal"[\s\S]*?(Bij andere organisaties:[\s\S]*?)<\/p>/.exec(many.page('berk/cameras/history'))?.[1] ?? ''
    expect(line.replace(/<[^>]*>/g, '')).toBe(
      'Bij andere organisaties: vrijwel dezelfde woorden: Ceder · Den · Els · Hulst · en nog 5',
    )
  })

  it('links a clause without an id to its text, where it has no place of its own', () => {
    expect(linksIn(few.page('berk/cameras/history'))).toContain('../../../ceder/cameras/')
    for (const path of filesIn(join(few.root, 'out/site')).filter((each) => each.endsWith('.html'))) {
      expect(readFileSync(join(few.root, 'out/site', path), 'utf8'), path).not.toContain('#line-')
    }
  })

  it('keeps every page below 60 kB', () => {
    for (const { root } of [few, many]) {
      for (const path of filesIn(join(root, 'out/site')).filter((each) => each.endsWith('.html'))) {
        expect(readFileSync(join(root, 'out/site', path)).byteLength, path).toBeLessThan(60_000)
      }
    }
  })
})
