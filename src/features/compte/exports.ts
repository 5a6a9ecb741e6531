export { SignOutForm } from './sign-out-form.tsx'
