import { presentRedline } from '../papers/index.js'
import { type FacetLabels, paragraph, text } from '../present/index.js'
import { SIGNIFICANCES } from '../versions/index.js'
import { addresses } from './addresses.js'
import type { Page } from './frame.js'
import { linksFrom } from './prose.js'
import type { SiteChange, SitePolicy, SiteSetting } from './types.js'

/** What changed between two neighbouring versions: the redline, as `diff` makes it. */
export function changePage(
  policy: SitePolicy,
  { from, to: next, comparison, setting: versions }: SiteChange,
  setting: SiteSetting,
): Page {
  const { name, lang, organisation } = policy
  const say = setting.wording(lang)
  const address = addresses.change(name, from, next)
  const document = presentRedline(comparison, versions)
  const link = linksFrom(address)
  const force = policy.versions.find(({ version }) => version === next)?.force
  const isOpen = force === 'draft' || force === 'proposed'
  const [cover, ...rest] = document.children
  const values = Object.fromEntries(SIGNIFICANCES.map((level) => [level, versions.wording(`versions.significance.${level}`)]))
  const labels: FacetLabels = { significance: { name: versions.wording('versions.significance'), values, beside: true } }
  return {
    address,
    organisation,
    labels,
    document: {
      ...document,
      children: [
        ...(cover ? [cover] : []),
        paragraph(
          [
            link(addresses.version(name, from), say('site.change.old', { version: from })),
            text(' · '),
            link(addresses.version(name, next), say(isOpen ? `site.change.${force}` : 'site.change.new', { version: next })),
          ],
          'small',
        ),
        ...rest,
      ],
    },
    crumbs: [
      { text: say('site.home'), address: addresses.home },
      { text: organisation.short, address: addresses.organisation(organisation.folder) },
      { text: comparison.next.title, address: addresses.policy(name) },
      { text: say('site.changes.since', { version: from }) },
    ],
    others: [{ address: `${address}comparison.json`, type: 'application/json' }],
  }
}
