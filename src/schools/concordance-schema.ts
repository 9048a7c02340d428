import * as z from 'zod'
import { says } from '../model/index.js'
import { MODALITIES } from '../norms/index.js'
import { GRADES } from './types.js'

const end = z.string().regex(/^[^#]+#\S+$/, says('expected.clause-name'))

/** `policies/concordance.yaml`: what is a person's word and what the tool's is told in docs/comparing-schools.md. */
export const concordanceSchema = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        called: z.string().optional(),
        score: z.number().optional(),
        sentences: z.array(z.union([end, z.strictObject({ sentence: end, stance: z.enum(MODALITIES).optional() })])).min(1),
        verdict: z.enum(['confirmed', 'rejected']).optional(),
        name: z.string().min(1).optional(),
        note: z.string().optional(),
      }),
    )
    .nullish(),
  pairs: z
    .array(
      z.strictObject({
        a: end,
        b: end,
        grade: z.enum([...GRADES, 'none']).optional(),
        proposed: z.enum(GRADES).optional(),
        score: z.number().optional(),
        note: z.string().optional(),
      }),
    )
    .nullish(),
})

export type ConcordanceEntry = NonNullable<z.output<typeof concordanceSchema>['pairs']>[number]
export type RowEntry = NonNullable<z.output<typeof concordanceSchema>['rows']>[number]
