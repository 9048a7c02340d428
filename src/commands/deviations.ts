import { extendedBy, type Message, type Policy } from '../model/index.js'
import { sideOf } from '../papers/index.js'
import type { Report } from '../present/index.js'
import { presentRegister, registerLabels, registerSheets } from '../registers/index.js'
import { placeOf, resolve } from '../resolve/index.js'
import { type Deviation, type DeviationKind, deviationsOf } from '../tailor/index.js'
import type { Context, Outcome } from './context.js'
import { giveReport, loadAdapted, type PaperOptions, refusal, settingOf } from './template.js'

/** One provision of the register, for programs. */
export interface DeviationJson {
  readonly id: string | null
  readonly kind: DeviationKind
  readonly moved: boolean
  readonly covers: readonly string[]
  readonly variant: string | null
  readonly significance: string
  readonly template: string | null
  readonly school: string | null
  readonly filled: Readonly<Record<string, unknown>>
  readonly reason: string | null
}

export interface DeviationsReport {
  readonly schema: 'clausule/deviations@1'
  readonly policy: string
  readonly template: string
  readonly provisions: readonly DeviationJson[]
  readonly messages: readonly Message[]
}

type Given = DeviationsReport | { readonly schema: 'clausule/messages@1'; readonly messages: readonly Message[] }

/** The register of a school's deviations from its template, with the reasons it gave. A locked provision that changed is an error. */
export async function deviationsCommand(context: Context, name: string, options: PaperOptions = {}): Promise<Outcome<Given>> {
  const found = loadAdapted(context, name)
  if (!found.value) return refusal(found.messages)
  const { loaded, edition, template } = found.value
  const school = resolve(loaded.policy).value
  const register = deviationsOf(loaded.policy, edition.policy, (policy) => sideOf(resolve(policy).value, ''))
  const messages = register.deviations.flatMap((deviation) => lockedMessage(deviation, loaded.policy))
  const setting = settingOf(context, found.value, edition.version)
  const data: DeviationsReport = {
    schema: 'clausule/deviations@1',
    policy: loaded.ref,
    template: `${template}@${edition.version}`,
    provisions: register.deviations.map(jsonOf),
    messages,
  }
  const report: Report = {
    document: () => presentRegister(register, setting),
    sheets: () => registerSheets(register, setting),
    labels: () => registerLabels(setting),
    data: () => data,
    placeOf: (id) => placeOf(id, school),
  }
  const outcome = await giveReport(context, found.value, report, { data, messages: [], kind: 'deviations' }, options)
  // A register that shows an error is what somebody asked for: it is written, and says so.
  return { ...outcome, messages: [...outcome.messages, ...messages] }
}

/** That a locked provision is not as the template has it: one that the text never had stops nothing. */
export function lockedMessage({ kind, id, entry }: Deviation, { file, metadata }: Policy): Message[] {
  if (kind !== 'locked' || id === undefined) return []
  const node = entry.next[0]?.clause.node
  const isMarked = node !== undefined && node.type !== 'note' && node.attributes.classes.includes('locked')
  const never = extendedBy(metadata)?.attached !== undefined && !isMarked
  const form = node === undefined ? (never ? 'absent' : 'gone') : never ? 'other' : 'changed'
  const place = { ...(node?.place ?? { line: 1, column: 1 }), file }
  return [{ rule: 'clause/locked', form, severity: never ? 'warning' : 'error', values: { id }, place }]
}

function jsonOf({ id, kind, moved, covers, variant, entry, values, reason }: Deviation): DeviationJson {
  const text = (pieces: Deviation['entry']['old']) => (pieces.length === 0 ? null : pieces.map((piece) => piece.text).join('\n'))
  return {
    id: id ?? null,
    kind,
    moved,
    covers,
    variant: variant ?? null,
    significance: entry.significance,
    template: text(entry.old),
    school: text(entry.next),
    filled: Object.fromEntries(values),
    reason: reason ?? null,
  }
}
