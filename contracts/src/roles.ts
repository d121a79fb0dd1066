/** Who may send a command or read a route. A screen, a ticket page and a button are actors too. */
export const staffRoles = ['nurse', 'reception', 'cashier', 'supervisor', 'auditor', 'admin'] as const;
/** What somebody may be admitted as for a few days. */
export const temporaryRoles = ['nurse', 'reception', 'cashier', 'supervisor'] as const satisfies readonly StaffRole[];
/** For so many business days at most, the first one counted. */
export const temporaryDays = 7;
/** Whose session belongs to a service point. */
export const rolesAtPoint: readonly StaffRole[] = ['nurse', 'reception', 'supervisor'];
export type StaffRole = (typeof staffRoles)[number];
export const deviceRoles = ['kiosk', 'display', 'staff-tablet', 'button', 'sign', 'gateway'] as const;
export type DeviceRole = (typeof deviceRoles)[number];
/** Things without a screen: they speak MQTT. */
export const thingRoles = ['button', 'sign', 'gateway'] as const satisfies readonly DeviceRole[];
export type ThingRole = (typeof thingRoles)[number];
export type Role = StaffRole | DeviceRole | 'ticket-page' | 'system';

/** `staff:<id>`, `device:<id>`, `ticket:<id>` or `system`; never a session. */
export type Actor = `staff:${string}` | `device:${string}` | `ticket:${string}` | 'system';
