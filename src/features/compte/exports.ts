export { ResendConfirmation } from './resend-confirmation.tsx'
export { SignOutForm } from './sign-out-form.tsx'
