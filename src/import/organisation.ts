import type { Organisation } from '../model/index.js'
import type { Imported } from './types.js'

const MAIL = /[^\s:<>@]+@[^\s<>@]+\.[a-z]{2,}/i
const SITE = /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/i
const TELEPHONE = /(?:\+\d{1,3}|(?<!\d)0)[\d\s()–.-]{7,16}\d$/
/** A line about where to reach somebody is short; what is longer is read no further. */
const LONGEST = 300

/** What an imported policy says of the organisation it is of: how it is reached. `name` is what it is called when the text does not say. */
export function importedOrganisation({ policy, organisation }: Imported, name: string): Organisation {
  const contact = (policy.metadata.contact ?? []).map((line) => line.slice(0, LONGEST))
  const take = (lines: readonly string[], pattern: RegExp): string | undefined =>
    lines.map((line) => pattern.exec(line)?.[0]).find(Boolean)
  const mail = take(contact, MAIL)
  const site = take(
    contact.filter((line) => !line.includes('@')),
    SITE,
  )
  const telephone = take(contact, TELEPHONE)
  const others = [mail, site, telephone].flatMap((value) => value ?? [])
  const address = contact.filter((line) => !others.some((value) => line.includes(value)))
  return {
    name: organisation ?? name,
    ...(address.length === 0 ? {} : { address }),
    ...(telephone === undefined ? {} : { telephone: telephone.trim() }),
    ...(mail === undefined ? {} : { mail }),
    ...(site === undefined ? {} : { site }),
  }
}
