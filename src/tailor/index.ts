export { asVersionOf } from './inherit.js'
