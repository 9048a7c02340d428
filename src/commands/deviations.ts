import type { Message } from '../model/index.js'
import { sideOf } from '../papers/index.js'
import type { Report } from '../present/index.js'
import { presentRegister, registerLabels, registerSheets } from '../registers/index.js'
import { placeOf, resolve } from '../resolve/index.js'
import type { Context, Outcome } from '../secretariat/index.js'
import { type DeviationJson, deviationJson, deviationsOf, lockedMessage } from '../tailor/index.js'
import { giveReport, loadAdapted, type PaperOptions, refusalOf, settingOf } from './template.js'

interface DeviationsReport {
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
  if (!found.value) return refusalOf(context, name, found.messages)
  const { loaded, edition, template } = found.value
  const school = resolve(loaded.policy).value
  const register = deviationsOf(loaded.policy, edition.policy, (policy) => sideOf(resolve(policy).value, ''))
  const messages = register.deviations.flatMap((deviation) => lockedMessage(deviation, loaded.policy))
  const setting = settingOf(context, found.value, edition.version)
  const data: DeviationsReport = {
    schema: 'clausule/deviations@1',
    policy: loaded.ref,
    template: `${template}@${edition.version}`,
    provisions: register.deviations.map(deviationJson),
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
