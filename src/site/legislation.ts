import { addresses, relativeTo } from './addresses.js'
import { neverBegan } from './force-words.js'
import type { Page } from './frame.js'
import type { Force, PolicyStanding, SiteSetting, VersionStanding } from './types.js'

/** What schema.org calls it: only what is proved to be in force is said to be. */
const IN_FORCE: Readonly<Record<Force, string | undefined>> = {
  'in-force': 'InForce',
  coming: 'NotInForce',
  former: 'NotInForce',
  overtaken: 'NotInForce',
  withdrawn: 'NotInForce',
  draft: 'NotInForce',
  proposed: 'NotInForce',
  unknown: undefined,
  unproved: undefined,
}

/** A version as machines read it: `Legislation` of schema.org, and the same in the properties of ELI. */
export function legislationOf(
  { name, organisation, lang, subject }: PolicyStanding,
  standing: VersionStanding,
  title: string,
  { base }: SiteSetting,
): Pick<Page, 'facts' | 'structured'> {
  const { version, force, since, proved, hash } = standing
  const status = proved || force !== 'in-force' ? IN_FORCE[force] : undefined
  const address = (path: string) => (base === undefined ? undefined : new URL(relativeTo('', path), base).href)
  const work = address(addresses.policy(name))
  const structured = {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: title,
    legislationIdentifier: `${name}@${version}`,
    legislationType: 'policy',
    inLanguage: lang,
    ...(work === undefined ? {} : { '@id': address(addresses.version(name, version)), url: work }),
    ...(since === undefined ? {} : { legislationDateVersion: since }),
    ...(status === undefined ? {} : { legislationLegalForce: status }),
    ...(subject === undefined ? {} : { about: subject }),
    version,
    identifier: hash,
    publisher: { '@type': 'Organization', name: organisation.name },
  }
  const facts = {
    'eli:title': title,
    'eli:version': version,
    'eli:language': lang,
    'eli:publisher': organisation.name,
    'eli:first_date_entry_in_force': force === 'overtaken' || neverBegan(standing) ? undefined : since,
    'eli:in_force': status === undefined ? undefined : status === 'InForce' ? 'inForce' : 'notInForce',
  }
  return {
    structured,
    facts: Object.entries(facts).flatMap(([key, content]) => (content === undefined ? [] : [{ name: key, content }])),
  }
}
