import { paragraph, type Report, text } from '../present/index.js'
import { addresses, relativeTo } from './addresses.js'
import type { Page } from './frame.js'
import type { SiteSubject } from './lists.js'
import type { SiteSetting } from './types.js'

/** The comparison of all organisations on one subject, as `compare` makes it. */
export function comparisonPage(
  { subject, name }: Pick<SiteSubject, 'subject' | 'name'>,
  report: Report,
  setting: SiteSetting,
): Page {
  const address = addresses.comparison(subject)
  const document = report.document('screen')
  const say = setting.wording(document.lang)
  const labels = report.labels?.()
  const back = paragraph(
    [
      {
        type: 'link',
        url: relativeTo(address, addresses.subject(subject)),
        children: [text(say('site.compared.policies', { subject: name }))],
      },
    ],
    'small',
  )
  return {
    address,
    document: { ...document, children: [...document.children, back] },
    ...(labels ? { labels } : {}),
    crumbs: [
      { text: say('site.home'), address: addresses.home },
      { text: name, address: addresses.subject(subject) },
      { text: say('site.compared') },
    ],
    others: [{ address: `${address}matrix.json`, type: 'application/json' }],
  }
}
