// What the page of the authority says, and the steps on each kind of device with the names that its own menus have there.

import type { Language } from '@foyer/contracts/languages.ts';

export const platforms = ['android', 'apple', 'windows', 'mac', 'linux', 'chromeos'] as const;
export type Platform = (typeof platforms)[number];

export interface AuthorityStep {
  readonly text: string;
  /** Menus, each in the one before; the last one is touched. */
  readonly path: readonly string[];
}
export interface AuthorityWords {
  readonly title: string;
  readonly why: string;
  readonly download: string;
  readonly compare: string;
  readonly compareWhy: string;
  readonly fingerprint: string;
  readonly steps: string;
  readonly check: string;
  readonly checkWhy: string;
  readonly works: string;
  readonly fails: string;
  readonly onward: string;
  readonly another: string;
  readonly anotherWhy: string;
  readonly on: { readonly [P in Platform]: readonly AuthorityStep[] };
}

/** The names of systems are the same in every language. */
export const platformNames: { readonly [P in Platform]: string } = {
  android: 'Android',
  apple: 'iPad, iPhone',
  windows: 'Windows',
  mac: 'macOS',
  linux: 'Linux',
  chromeos: 'ChromeOS',
};

const step = (text: string, ...path: readonly string[]): AuthorityStep => ({ text, path });
const file = 'foyer-authority.crt';

export const authorityWords: { readonly [L in Language]: AuthorityWords } = {
  en: {
    title: 'Trust the box',
    why: 'Screens speak to this box over HTTPS. Its certificate is signed by an authority that belongs to this clinic alone; a device needs it once.',
    download: 'Download the authority',
    compare: 'Is it the right one?',
    compareWhy:
      'These eight words stand on a tablet that is in already, and in the journal of the box. Other words are another’s: stop, and install nothing.',
    fingerprint: 'SHA-256, as the device shows it',
    steps: 'Which device is this?',
    check: 'Does it work now?',
    checkWhy: 'Try it once the authority is installed.',
    works: 'It works: this device trusts the box.',
    fails: 'Not yet. Look at the steps again; some devices need their browser to be closed and opened.',
    onward: 'Go on',
    another: 'Another device',
    anotherWhy: 'Scan this there, and it opens this page.',
    on: {
      android: [
        step('Touch “Download the authority”, and keep the file.', 'Downloads', file),
        step(
          'Open the settings and look for the certificates.',
          'Settings',
          'Security & privacy',
          'More security settings',
          'Encryption & credentials',
        ),
        step(
          'Install it as a CA certificate, and choose the file.',
          'Install a certificate',
          'CA certificate',
          'Install anyway',
          file,
        ),
      ],
      apple: [
        step('Touch “Download the authority” in Safari, and allow it.', 'Safari', 'Download the authority', 'Allow'),
        step('Install the profile that was downloaded.', 'Settings', 'General', 'VPN & Device Management', 'Install'),
        step(
          'Then switch it on: without this, nothing works.',
          'Settings',
          'General',
          'About',
          'Certificate Trust Settings',
        ),
      ],
      windows: [
        step('Download it, and open the file.', 'Downloads', file, 'Install Certificate…'),
        step('Install it for the whole machine.', 'Local Machine', 'Next'),
        step(
          'Choose the place yourself.',
          'Place all certificates in the following store',
          'Browse…',
          'Trusted Root Certification Authorities',
        ),
      ],
      mac: [
        step('Download it, and open the file.', 'Downloads', file),
        step('Add it to the keychain “System”.', 'Keychain Access', 'System', 'Foyer authority'),
        step('Open it there, and trust it always.', 'Trust', 'When using this certificate', 'Always Trust'),
      ],
      linux: [
        step(
          'Download it. Chromium: open chrome://certificate-manager and import it.',
          'Custom',
          'Installed by you',
          'Trusted Certificates',
          'Import',
        ),
        step(
          'Firefox has authorities of its own.',
          'Settings',
          'Privacy & Security',
          'View Certificates…',
          'Authorities',
          'Import…',
        ),
        step('Say what it is trusted for.', 'Trust this CA to identify websites'),
      ],
      chromeos: [
        step(
          'Download it, and open the settings.',
          'Settings',
          'Privacy and security',
          'Security',
          'Manage certificates',
        ),
        step('Import the file among the authorities.', 'Authorities', 'Import', file),
        step('Say what it is trusted for.', 'Trust this certificate for identifying websites'),
      ],
    },
  },
  es: {
    title: 'Confiar en la caja',
    why: 'Las pantallas hablan con esta caja por HTTPS. Firma su certificado una autoridad que es solo de esta clínica; cada dispositivo la necesita una vez.',
    download: 'Descargar la autoridad',
    compare: '¿Es la correcta?',
    compareWhy:
      'Estas ocho palabras están en una tableta que ya está dentro y en el diario de la caja. Si son otras, es de otro: pare y no instale nada.',
    fingerprint: 'SHA-256, como lo muestra el dispositivo',
    steps: '¿Qué dispositivo es este?',
    check: '¿Funciona ya?',
    checkWhy: 'Pruébelo cuando la autoridad esté instalada.',
    works: 'Funciona: este dispositivo confía en la caja.',
    fails: 'Aún no. Repase los pasos; en algunos dispositivos hay que cerrar el navegador y abrirlo de nuevo.',
    onward: 'Seguir',
    another: 'Otro dispositivo',
    anotherWhy: 'Escanéelo allí y se abrirá esta página.',
    on: {
      android: [
        step('Toque «Descargar la autoridad» y guarde el archivo.', 'Descargas', file),
        step(
          'Abra los ajustes y busque los certificados.',
          'Ajustes',
          'Seguridad y privacidad',
          'Más ajustes de seguridad',
          'Cifrado y credenciales',
        ),
        step(
          'Instálela como certificado de CA y elija el archivo.',
          'Instalar un certificado',
          'Certificado de CA',
          'Instalar de todos modos',
          file,
        ),
      ],
      apple: [
        step('Toque «Descargar la autoridad» en Safari y permítalo.', 'Safari', 'Descargar la autoridad', 'Permitir'),
        step('Instale el perfil descargado.', 'Ajustes', 'General', 'VPN y gestión de dispositivos', 'Instalar'),
        step(
          'Después actívela: sin esto nada funciona.',
          'Ajustes',
          'General',
          'Información',
          'Ajustes de confianza de certificados',
        ),
      ],
      windows: [
        step('Descárguela y abra el archivo.', 'Descargas', file, 'Instalar certificado…'),
        step('Instálela para todo el equipo.', 'Equipo local', 'Siguiente'),
        step(
          'Elija usted el lugar.',
          'Colocar todos los certificados en el siguiente almacén',
          'Examinar…',
          'Entidades de certificación raíz de confianza',
        ),
      ],
      mac: [
        step('Descárguela y abra el archivo.', 'Descargas', file),
        step('Añádala al llavero «Sistema».', 'Acceso a Llaveros', 'Sistema', 'Foyer authority'),
        step('Ábrala allí y confíe siempre en ella.', 'Confiar', 'Al usar este certificado', 'Confiar siempre'),
      ],
      linux: [
        step(
          'Descárguela. Chromium: abra chrome://certificate-manager e impórtela.',
          'Personalizados',
          'Instalados por ti',
          'Certificados de confianza',
          'Importar',
        ),
        step(
          'Firefox tiene sus propias autoridades.',
          'Ajustes',
          'Privacidad y seguridad',
          'Ver certificados…',
          'Autoridades',
          'Importar…',
        ),
        step('Diga para qué se confía en ella.', 'Confiar en esta CA para identificar sitios web'),
      ],
      chromeos: [
        step(
          'Descárguela y abra los ajustes.',
          'Configuración',
          'Privacidad y seguridad',
          'Seguridad',
          'Gestionar certificados',
        ),
        step('Importe el archivo entre las autoridades.', 'Entidades emisoras', 'Importar', file),
        step('Diga para qué se confía en ella.', 'Confiar en este certificado para identificar sitios web'),
      ],
    },
  },
  zh: {
    title: '信任这台主机',
    why: '屏幕通过 HTTPS 与这台主机通信。它的证书由只属于本诊所的机构签发；每台设备需要安装一次。',
    download: '下载机构证书',
    compare: '是正确的那一个吗？',
    compareWhy: '已经准入的平板和主机的日志里有同样的八个词。如果词不同，就是别人的：请停下，什么都不要安装。',
    fingerprint: 'SHA-256，与设备显示的一致',
    steps: '这是哪种设备？',
    check: '现在能用了吗？',
    checkWhy: '装好机构证书后再试。',
    works: '可以了：这台设备信任主机。',
    fails: '还不行。请再看一遍步骤；有些设备需要关闭浏览器再打开。',
    onward: '继续',
    another: '另一台设备',
    anotherWhy: '在那台设备上扫描，就会打开此页。',
    on: {
      android: [
        step('点“下载机构证书”，并保存文件。', '下载', file),
        step('打开设置，找到证书。', '设置', '安全和隐私', '更多安全设置', '加密与凭据'),
        step('作为 CA 证书安装，并选择文件。', '安装证书', 'CA 证书', '仍然安装', file),
      ],
      apple: [
        step('在 Safari 中点“下载机构证书”，并允许。', 'Safari', '下载机构证书', '允许'),
        step('安装已下载的描述文件。', '设置', '通用', 'VPN与设备管理', '安装'),
        step('然后打开开关：否则不起作用。', '设置', '通用', '关于本机', '证书信任设置'),
      ],
      windows: [
        step('下载并打开文件。', '下载', file, '安装证书…'),
        step('为整台电脑安装。', '本地计算机', '下一步'),
        step('自己选择位置。', '将所有的证书都放入下列存储', '浏览…', '受信任的根证书颁发机构'),
      ],
      mac: [
        step('下载并打开文件。', '下载', file),
        step('加入“系统”钥匙串。', '钥匙串访问', '系统', 'Foyer authority'),
        step('在那里打开它，并始终信任。', '信任', '使用此证书时', '始终信任'),
      ],
      linux: [
        step('下载。Chromium：打开 chrome://certificate-manager 并导入。', '自定义', '由您安装', '可信证书', '导入'),
        step('Firefox 有自己的证书机构。', '设置', '隐私与安全', '查看证书…', '证书颁发机构', '导入…'),
        step('说明信任它做什么。', '信任由此证书颁发机构来标识网站'),
      ],
      chromeos: [
        step('下载，并打开设置。', '设置', '隐私和安全', '安全', '管理证书'),
        step('在授权机构中导入文件。', '授权机构', '导入', file),
        step('说明信任它做什么。', '信任此证书，以标识网站的身份'),
      ],
    },
  },
  ar: {
    title: 'الوثوق بالجهاز الرئيسي',
    why: 'تتحدث الشاشات مع هذا الجهاز عبر HTTPS. شهادته موقّعة من سلطة تخص هذه العيادة وحدها، ويحتاجها كل جهاز مرة واحدة.',
    download: 'تنزيل شهادة السلطة',
    compare: 'هل هي الصحيحة؟',
    compareWhy:
      'هذه الكلمات الثماني على جهاز لوحي أُدخل من قبل، وفي سجل الجهاز الرئيسي. إن اختلفت فهي لغيرنا: توقف ولا تثبّت شيئًا.',
    fingerprint: 'SHA-256 كما يعرضها الجهاز',
    steps: 'أي جهاز هذا؟',
    check: 'هل يعمل الآن؟',
    checkWhy: 'جرّبه بعد تثبيت شهادة السلطة.',
    works: 'يعمل: هذا الجهاز يثق بالجهاز الرئيسي.',
    fails: 'ليس بعد. راجع الخطوات؛ بعض الأجهزة تحتاج إلى إغلاق المتصفح وفتحه.',
    onward: 'متابعة',
    another: 'جهاز آخر',
    anotherWhy: 'امسحه هناك فتُفتح هذه الصفحة.',
    on: {
      android: [
        step('المس «تنزيل شهادة السلطة» واحفظ الملف.', 'التنزيلات', file),
        step(
          'افتح الإعدادات وابحث عن الشهادات.',
          'الإعدادات',
          'الأمان والخصوصية',
          'المزيد من إعدادات الأمان',
          'التشفير وبيانات الاعتماد',
        ),
        step('ثبّتها كشهادة CA واختر الملف.', 'تثبيت شهادة', 'شهادة CA', 'التثبيت على أي حال', file),
      ],
      apple: [
        step('المس «تنزيل شهادة السلطة» في Safari واسمح به.', 'Safari', 'تنزيل شهادة السلطة', 'سماح'),
        step('ثبّت ملف التعريف الذي نُزّل.', 'الإعدادات', 'عام', 'VPN وإدارة الجهاز', 'تثبيت'),
        step('ثم شغّلها: من دون ذلك لا يعمل شيء.', 'الإعدادات', 'عام', 'حول', 'إعدادات الثقة في الشهادة'),
      ],
      windows: [
        step('نزّلها وافتح الملف.', 'التنزيلات', file, 'تثبيت الشهادة…'),
        step('ثبّتها للجهاز كله.', 'الجهاز المحلي', 'التالي'),
        step(
          'اختر المكان بنفسك.',
          'وضع كافة الشهادات في المخزن التالي',
          'استعراض…',
          'المراجع المصدقة الجذر الموثوق بها',
        ),
      ],
      mac: [
        step('نزّلها وافتح الملف.', 'التنزيلات', file),
        step('أضفها إلى سلسلة مفاتيح «النظام».', 'الوصول إلى سلسلة المفاتيح', 'النظام', 'Foyer authority'),
        step('افتحها هناك وثق بها دائمًا.', 'الثقة', 'عند استخدام هذه الشهادة', 'الثقة دائمًا'),
      ],
      linux: [
        step(
          'نزّلها. Chromium: افتح chrome://certificate-manager واستوردها.',
          'مخصص',
          'مثبّتة من قِبلك',
          'شهادات موثوق بها',
          'استيراد',
        ),
        step('لمتصفح Firefox سلطاته الخاصة.', 'الإعدادات', 'الخصوصية والأمان', 'عرض الشهادات…', 'السلطات', 'استيراد…'),
        step('حدد لماذا يوثق بها.', 'الثقة بهذه السلطة لتعريف مواقع الويب'),
      ],
      chromeos: [
        step('نزّلها وافتح الإعدادات.', 'الإعدادات', 'الخصوصية والأمان', 'الأمان', 'إدارة الشهادات'),
        step('استورد الملف ضمن المراجع.', 'المراجع المصدقة', 'استيراد', file),
        step('حدد لماذا يوثق بها.', 'الوثوق بهذه الشهادة لتحديد مواقع الويب'),
      ],
    },
  },
};
