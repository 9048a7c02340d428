export { attachLabels, presentAttachment } from './attach.js'
export { planLabels, presentPlan } from './plan.js'
export { presentRegister, registerLabels, registerSheets } from './register.js'
export type { TemplateSetting } from './setting.js'
