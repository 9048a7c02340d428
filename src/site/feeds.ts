import { createHash } from 'node:crypto'
import { addresses, relativeTo } from './addresses.js'
import { forceWords } from './force-words.js'
import { latestVersions } from './lists.js'
import type { PolicySummary, SiteFile, SiteSetting } from './types.js'

/** Versions that a feed names. */
const MOST = 50

/** A new release a line: an Atom feed (RFC 4287). Its links are whole where it is known where the site stands. */
export function atomFeed(policies: readonly PolicySummary[], { title, lang, base, wording, today }: SiteSetting): SiteFile {
  const say = wording(lang)
  const latest = latestVersions(policies)
    .filter(({ since }) => since <= today)
    .slice(0, MOST)
  const address = (target: string) => (base === undefined ? relativeTo('', target) : new URL(relativeTo('', target), base).href)
  const entries = latest.map(({ policy, version, since }) =>
    [
      '  <entry>',
      `    <id>${uuidOf(version.hash, policy.name, version.version)}</id>`,
      `    <title>${escaped(`${policy.title} ${version.version}`)}</title>`,
      `    <link rel="alternate" type="text/html" href="${escaped(address(addresses.version(policy.name, version.version)))}"/>`,
      `    <updated>${since}T00:00:00Z</updated>`,
      `    <author><name>${escaped(policy.organisation.name)}</name></author>`,
      `    <summary>${escaped(forceWords(version, say, lang))}</summary>`,
      '  </entry>',
    ].join('\n'),
  )
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `  <id>${base === undefined ? uuidOf(title) : escaped(base)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${latest[0]?.since ?? today}T00:00:00Z</updated>`,
    `  <link rel="alternate" type="text/html" href="${escaped(address(addresses.home) || './')}"/>`,
    ...(base === undefined ? [] : [`  <link rel="self" href="${escaped(address('feed.xml'))}"/>`]),
    ...entries,
    '</feed>',
  ]
  return { path: 'feed.xml', bytes: `${lines.join('\n')}\n` }
}

/** Every page with the day it is from. Whole addresses only: nothing where it is not known where the site stands. */
export function sitemap(
  pages: readonly { readonly address: string; readonly date?: string }[],
  { base }: SiteSetting,
): readonly SiteFile[] {
  if (base === undefined) return []
  const urls = pages.map(({ address, date }) => {
    const last = date === undefined ? '' : `<lastmod>${date}</lastmod>`
    return `  <url><loc>${escaped(new URL(relativeTo('', address), base).href)}</loc>${last}</url>`
  })
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
  ]
  return [{ path: 'sitemap.xml', bytes: `${lines.join('\n')}\n` }]
}

/** What is here, for programs that read: https://llmstxt.org. */
export function llmsText(policies: readonly PolicySummary[], { title, lang, base, wording }: SiteSetting): SiteFile {
  const say = wording(lang)
  const address = (target: string) => (base === undefined ? relativeTo('', target) : new URL(relativeTo('', target), base).href)
  const lines = policies.map(({ name, title: own, organisation, versions, shown }) => {
    const version = versions.find((each) => each.version === shown)
    const said = version ? forceWords(version, say, lang) : ''
    return `- [${plain(own)} – ${plain(organisation.name)}](${address(`${addresses.version(name, shown)}policy.md`)}): ${said}`
  })
  return {
    path: 'llms.txt',
    bytes: `# ${plain(title)}\n\n> ${say('site.llms')}\n\n## ${say('site.llms.policies')}\n\n${lines.join('\n')}\n`,
  }
}

/** A name that stays the same for the same words: a UUID of version 8 (RFC 9562), made of their hash. */
function uuidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// What XML 1.0 cannot hold is left out.
const escaped = (words: string): string =>
  words
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')

/** In a line of Markdown: no sign of it, and no new line. */
const plain = (words: string): string => words.replace(/\s+/g, ' ').replace(/[[\]()<>*_`\\]/g, '\\$&')
