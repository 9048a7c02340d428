import type { Fragment, Receipt } from '../../import/index.js'
import type { RuleId } from '../../model/index.js'
import type { Wording } from '../../present/index.js'
import { reasonOf } from '../../present/messages/index.js'

/** A receipt as programs read it, `clausule/receipt@1`: what was found, and why parts were left out, is in words, too. */
export interface ReceiptJson extends Omit<Receipt, 'findings' | 'fragments'> {
  /** Of a part that was left out `artefact` names the reason, the same in every language. */
  readonly fragments: readonly (Fragment & { readonly artefact?: string })[]
  readonly findings: readonly {
    readonly rule: RuleId
    readonly line: number
    readonly message: string
    readonly form?: string
    readonly values?: Receipt['findings'][number]['values']
  }[]
}

export function receiptJson(receipt: Receipt, wording: Wording): ReceiptJson {
  const findings = receipt.findings.map((finding) => {
    const { rule, line, form, values } = finding
    return {
      rule,
      line,
      message: reasonOf(finding, wording),
      ...(form === undefined ? {} : { form }),
      ...(values === undefined ? {} : { values }),
    }
  })
  const fragments = receipt.fragments.map((fragment) => {
    const { fate, reason } = fragment
    if (fate !== 'dropped' || reason === undefined) return fragment
    return { ...fragment, reason: wording(`receipt.dropped.${reason}`), artefact: reason }
  })
  return { ...receipt, fragments, findings }
}
