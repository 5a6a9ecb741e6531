export { explanationText } from '../texts/explanations.ts'
