import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, it } from 'vitest'
import { clausule } from '../support/cli.js'
import { filesIn, lastingFolder } from '../support/workspace.js'
import { textOf } from './build.js'
import { DRAFT, SAYS, sampleWorkspace, schoolFiles } from './sample.js'

const BASE = 'https://example.org/beleid/'
const ATOM = 'http://www.w3.org/2005/Atom'

interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** A document read by a parser that refuses what is not well-formed; names with their namespace. */
function xml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const own = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]))
    const element: XmlElement = { name: `{${uri}}${local}`, attributes: own, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(source).close()
  return root.children[0] as XmlElement
}
const named = ({ children }: XmlElement, name: string) => children.filter((child) => child.name === `{${ATOM}}${name}`)

describe('a site as programs read it', () => {
  let root = ''
  const file = (path: string) => readFileSync(join(root, 'out/site', path), 'utf8')
  beforeAll(async () => {
    const english = textOf('1.0.0', 'Cameras hang in the hall. {#hall}', SAYS).replace('lang: nl', 'lang: en')
    root = lastingFolder({
      ...sampleWorkspace(),
      ...schoolFiles('beuk', {
        'cameras.md': english,
        'tags.md': textOf('1.0.0', 'Een regel. {#regel}', SAYS).replace("Protocol camera's", '\'Tekens <b> & "meer"\''),
        'nieuw.md': DRAFT,
      }),
    })
    expect((await clausule(root, ['site', '--lang', 'nl', '--base', BASE, '--drafts'])).code).toBe(0)
  })

  it('has a feed with all that Atom asks for (RFC 4287, 4.1)', () => {
    const feed = xml(file('feed.xml'))
    expect(feed.name).toBe(`{${ATOM}}feed`)
    const entries = named(feed, 'entry')
    expect(entries.length).toBeGreaterThan(1)
    for (const element of [feed, ...entries])
      expect(['id', 'title', 'updated'].map((name) => named(element, name).length)).toEqual([1, 1, 1])
    const said = (element: XmlElement, name: string) => named(element, name)[0]?.text ?? ''
    expect(new Set(entries.map((entry) => said(entry, 'id'))).size).toBe(entries.length)
    for (const entry of entries) {
      expect(said(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(said(entry, 'updated')).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/)
      // Every entry names who it is of, so that the feed itself need not.
      expect(named(entry, 'author').flatMap((author) => named(author, 'name').map(({ text }) => text))).toHaveLength(1)
      const [{ attributes } = { attributes: {} as Record<string, string> }] = named(entry, 'link')
      expect(filesIn(join(root, 'out/site'))).toContain(`${attributes.href?.replace(BASE, '')}index.html`)
    }
    expect(named(feed, 'link').map(({ attributes }) => [attributes.rel, attributes.href])).toEqual([
      ['alternate', BASE],
      ['self', `${BASE}feed.xml`],
    ])
    // The latest first, and the feed is as new as it.
    const days = entries.map((entry) => said(entry, 'updated'))
    expect(days).toEqual([...days].sort().reverse())
    expect(said(feed, 'updated')).toBe(days[0])
    expect(entries.map((entry) => said(entry, 'title')).some((title) => title.includes('1.2.0'))).toBe(false)
  })

  it('tells programs that read words what stands where, and what each text is', () => {
    const [title, empty, quote, ...rest] = file('llms.txt').trimEnd().split('\n')
    expect(title).toMatch(/^# \S/)
    expect([empty, quote?.slice(0, 2)]).toEqual(['', '> '])
    expect(rest.filter((line) => line.startsWith('#'))).toEqual(['## Beleidsstukken'])
    const links = rest.filter((line) => line.startsWith('- '))
    expect(links).toHaveLength(5)
    for (const line of links) {
      const [, href = '', said = ''] = /^- \[.+\]\((\S+)\): (.+)$/.exec(line) ?? []
      expect(file(href.replace(BASE, ''))).toContain('title:')
      expect(said).not.toBe('')
    }
    // A draft is not in force, and nothing proves what a text says of itself alone.
    expect(links.find((line) => line.includes('/nieuw/'))).toContain('Dit is een concept; het geldt niet.')
    expect(links.find((line) => line.includes('/eik/'))).toContain('Niet is vastgelegd')
  })

  it('says in schema.org and ELI no more of a version than is proved', () => {
    const of = (path: string) => {
      const html = file(`${path}index.html`)
      const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
      const eli = Object.fromEntries(
        [...html.matchAll(/<meta property="(eli:\w+)" content="([^"]*)">/g)].map(([, k, v]) => [k, v]),
      )
      return { data: JSON.parse(data), eli }
    }
    const proved = of('linde/cameras/1.1.0/')
    expect(proved.data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': `${BASE}linde/cameras/1.1.0/`,
      url: `${BASE}linde/cameras/`,
      legislationIdentifier: 'linde/cameras@1.1.0',
      legislationLegalForce: 'InForce',
      inLanguage: 'nl',
    })
    expect(proved.eli).toMatchObject({ 'eli:version': '1.1.0', 'eli:language': 'nl', 'eli:in_force': 'inForce' })
    expect(of('linde/cameras/1.0.0/').data.legislationLegalForce).toBe('NotInForce')
    expect(of('linde/cameras/draft/').eli['eli:in_force']).toBe('notInForce')
    const unproved = of('eik/cameras/1.0.0/')
    expect(unproved.data).not.toHaveProperty('legislationLegalForce')
    expect(unproved.eli).not.toHaveProperty('eli:in_force')
    expect(of('beuk/tags/1.0.0/').data.name).toBe('Tekens <b> & "meer"')
  })

  it('names for every page its own address and language', () => {
    for (const path of filesIn(join(root, 'out/site')).filter((each) => each.endsWith('index.html'))) {
      const html = file(path)
      const lang = path.startsWith('beuk/cameras/') ? 'en' : 'nl'
      expect(html, path).toContain(`<html lang="${lang}">`)
      const links = [...html.matchAll(/<link rel="(canonical|alternate)" href="([^"]*)"[^>]*?(?: hreflang="(\w+)")?>/g)]
      const own = links
        .filter(([, rel, , of]) => rel === 'canonical' || of !== undefined)
        .map(([, rel, href, of]) => [rel, href, of])
      const first = own[0]?.[1] ?? ''
      expect(own, path).toEqual([
        ['canonical', first, undefined],
        ['alternate', first, lang],
      ])
      expect(filesIn(join(root, 'out/site')), path).toContain(`${first.replace(BASE, '')}index.html`)
    }
  })

  it('has calendars that a program reads, of nothing too (RFC 5545, 3.6)', () => {
    for (const path of filesIn(join(root, 'out/site')).filter((each) => each.endsWith('.ics'))) {
      const source = file(path)
      const calendar = new ICAL.Component(ICAL.parse(source))
      expect(calendar.name).toBe('vcalendar')
      expect([calendar.getFirstPropertyValue('version'), calendar.getFirstPropertyValue('prodid')], path).toEqual([
        '2.0',
        expect.stringContaining('Clausule'),
      ])
      expect(calendar.getAllSubcomponents().length, path).toBeGreaterThan(0)
      expect(source.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/)
      for (const line of source.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    }
  })
})
