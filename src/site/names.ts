import type { Message } from '../model/index.js'
import { RESERVED, segment } from './addresses.js'

/** Names that would have the address of something else. */
export function nameProblems(
  entries: readonly { readonly name: string; readonly organisation: string; readonly path: string }[],
): readonly Message[] {
  const seen = new Map<string, string>()
  return entries.flatMap(({ name, organisation, path }): Message[] => {
    const place = { file: path, line: 1, column: 1 }
    const reserved = (RESERVED as readonly string[]).includes(segment(organisation).toLowerCase())
    // Servers and disks that know no capitals would give one for the other.
    const address = name.split('/').map(segment).join('/').toLowerCase()
    const other = seen.get(address)
    seen.set(address, name)
    return [
      ...(reserved
        ? [{ rule: 'site/name', form: 'reserved', values: { name: organisation }, severity: 'error', place } as const]
        : []),
      ...(other === undefined
        ? []
        : [{ rule: 'site/name', form: 'twice', values: { name, other }, severity: 'error', place } as const]),
    ]
  })
}
