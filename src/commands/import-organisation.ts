import { join } from 'node:path'
import { stringify } from 'yaml'
import type { Imported } from '../import/index.js'
import type { Message, Organisation } from '../model/index.js'
import { exists, loadOrganisation, type Output } from '../workspace/index.js'
import { type Context, UsageError } from './context.js'
import { slug } from './init.js'

/** Whom a file is brought in for. */
export interface Owner {
  /** Folder name. */
  readonly folder: string
  /** The names it goes by, the full name first; none when nobody said any. */
  readonly names: readonly string[]
  /** It has an organisation.yaml. */
  readonly known: boolean
  readonly messages: readonly Message[]
}

/** The organisation that is asked for by the name of its folder or by its full name. */
export function findOwner({ workspace }: Context, wanted: string): Owner {
  const folder = slug(wanted)
  if (folder === '') throw new UsageError(`"${wanted}" has no letters to name a folder by.`)
  const file = workspace && join(workspace.root, 'policies', folder, 'organisation.yaml')
  if (workspace && file !== undefined && exists(file)) {
    const { value, messages } = loadOrganisation(workspace, folder)
    const names = [value?.organisation.name, value?.organisation.short].flatMap((name) => name ?? [])
    return { folder, names, known: true, messages }
  }
  // A folder's name is not how anybody spells the organisation.
  return { folder, names: wanted === folder ? [] : [wanted], known: false, messages: [] }
}

/** An organisation.yaml for an owner that has none: the name that was given or printed, and the address that was found. */
export function newOrganisation({ workspace }: Context, { folder, names }: Owner, imported: Imported): Output[] {
  if (!workspace) return []
  const { contact = [] } = imported.policy.metadata
  const take = (pattern: RegExp): string | undefined => contact.map((line) => pattern.exec(line)?.[0]).find(Boolean)
  const mail = take(/[^\s:<>]+@[^\s<>]+\.[a-z]{2,}/i)
  const site = contact
    .filter((line) => !line.includes('@'))
    .map((line) => /(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.exec(line)?.[0])
    .find(Boolean)
  const telephone = contact.map((line) => /(?:\+\d{1,3}|(?<!\d)0)[\d\s()–.-]{7,16}\d$/.exec(line)?.[0]).find(Boolean)
  const others = [mail, site, telephone].flatMap((value) => value ?? [])
  const address = contact.filter((line) => !others.some((value) => line.includes(value)))
  const organisation: Organisation = {
    name: names[0] ?? imported.organisation ?? folder,
    ...(address.length === 0 ? {} : { address }),
    ...(telephone === undefined ? {} : { telephone: telephone.trim() }),
    ...(mail === undefined ? {} : { mail }),
    ...(site === undefined ? {} : { site }),
  }
  return [{ path: join(workspace.root, 'policies', folder, 'organisation.yaml'), bytes: stringify(organisation) }]
}
