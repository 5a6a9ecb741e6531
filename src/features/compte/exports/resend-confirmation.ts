/** Apart from the rest: what one export needs is loaded by every page that takes another from the same file. */
export { ResendConfirmation } from '../resend-confirmation.tsx'
