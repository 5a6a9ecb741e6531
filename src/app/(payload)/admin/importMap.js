import { AccountAvatar as AccountAvatar_3cee8cbe93e9b771c500179db1a784e5 } from '../../../../src/app/(payload)/views/account-avatar.tsx'
import { AdminIcon as AdminIcon_5134a27e46357cb7a50992e3fe176029 } from '../../../../src/app/(payload)/views/brand.tsx'
import { AdminLogo as AdminLogo_5134a27e46357cb7a50992e3fe176029 } from '../../../../src/app/(payload)/views/brand.tsx'
import { NavPlaces as NavPlaces_51e65d01bc0a035e81691d0f3aa748e0 } from '../../../../src/app/(payload)/views/nav-places.tsx'
import { DashboardView as DashboardView_5f037ebc52eb7fa0393966f9714eecba } from '../../../../src/app/(payload)/views/dashboard.view.tsx'
import { UnauthorizedView as UnauthorizedView_faaa3b9e6df60db67937b6c33d1087b2 } from '../../../../src/app/(payload)/views/unauthorized.view.tsx'
import { OutboxView as OutboxView_5f2c58b2dba0d2bf3eb2f6af7fa11f19 } from '../../../../src/app/(payload)/views/outbox.view.tsx'
import { MailView as MailView_febc589524729aed25caeb0b01270fa9 } from '../../../../src/app/(payload)/views/mail.view.tsx'
import { LibraryView as LibraryView_507bb3c2c4bc79cbec7997510fc8c482 } from '../../../../plugins/referentiels/exports/views.ts'
import { EditorView as EditorView_507bb3c2c4bc79cbec7997510fc8c482 } from '../../../../plugins/referentiels/exports/views.ts'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/app/(payload)/views/account-avatar.tsx#AccountAvatar": AccountAvatar_3cee8cbe93e9b771c500179db1a784e5,
  "/src/app/(payload)/views/brand.tsx#AdminIcon": AdminIcon_5134a27e46357cb7a50992e3fe176029,
  "/src/app/(payload)/views/brand.tsx#AdminLogo": AdminLogo_5134a27e46357cb7a50992e3fe176029,
  "/src/app/(payload)/views/nav-places.tsx#NavPlaces": NavPlaces_51e65d01bc0a035e81691d0f3aa748e0,
  "/src/app/(payload)/views/dashboard.view.tsx#DashboardView": DashboardView_5f037ebc52eb7fa0393966f9714eecba,
  "/src/app/(payload)/views/unauthorized.view.tsx#UnauthorizedView": UnauthorizedView_faaa3b9e6df60db67937b6c33d1087b2,
  "/src/app/(payload)/views/outbox.view.tsx#OutboxView": OutboxView_5f2c58b2dba0d2bf3eb2f6af7fa11f19,
  "/src/app/(payload)/views/mail.view.tsx#MailView": MailView_febc589524729aed25caeb0b01270fa9,
  "/plugins/referentiels/exports/views.ts#LibraryView": LibraryView_507bb3c2c4bc79cbec7997510fc8c482,
  "/plugins/referentiels/exports/views.ts#EditorView": EditorView_507bb3c2c4bc79cbec7997510fc8c482,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
