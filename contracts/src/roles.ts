/** Who may send a command or read a route. A screen, a ticket page and a button are actors too. */
export const staffRoles = ['nurse', 'reception', 'cashier', 'supervisor', 'auditor', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];
export const deviceRoles = ['kiosk', 'display', 'staff-tablet', 'button'] as const;
export type DeviceRole = (typeof deviceRoles)[number];
export type Role = StaffRole | 'kiosk' | 'display' | 'ticket-page' | 'button' | 'system';

/** `staff:<id>`, `device:<id>`, `ticket:<id>` or `system`; never a session. */
export type Actor = `staff:${string}` | `device:${string}` | `ticket:${string}` | 'system';
