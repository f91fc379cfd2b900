import { normalizeName, wholeName, withoutPlace } from './names.ts';

/** Sections about the document, its authors and its readers. */
const ABOUT = wholeName(
  '(?:how to )?contribut(?:e|ing|ions?|ors?|ion guidelines?)(?! to open[- ]source)(?: .*)?', 'contributors?.*', 'licen[sc](?:e|ing)(?: (?:(?:&|and) .*|info.*))?', 'copyright.*', 'acknowledge?ments?.*', 'credits?(?: (?:&|and|to) .*)?', '(?:special )?thanks.*', 'thank you.*', '(?:show )?(?:your )?support(?: (?:us|me|my|the|this|our|your|&|and) ?.*)?', 'supporters?', 'sponsors?(?:hip)?.*', 'backers', 'donat.*', 'buy me a coffee',
  'star(?:s|gazers)?(?: history| (?:this|the) repo.*| us.*)?', 'give (?:it |this |me )?a star.*', '(?:stay )?connect(?:ed)?(?: (?:with (?:me|us)|&|and) ?.*)?', "let'?s connect.*", 'contacts?(?: (?:me|us|info.*|&.*|and .*))?', 'get in touch', 'follow (?:me|us).*', 'social(?: media)?(?: links)?', 'authors?', 'about', 'about (?:me|us|the (?:author|project|repo.*|roadmap|guide)|this .*)', 'maintainers?', 'community(?: (?:&|and|links?|channels?|support) ?.*)?', '(?:communication|discussion|support) channels?', '(?:get(?:ting)? |need )(?:involved|help|support).*', '(?:our |the )?team(?: members)?', '(?:created|made|developed|maintained) (?:with|by).*', 'join .*(?:community|discord|telegram|us).*',
  'menu', 'navigation', 'quick (?:links|navigation|access)', 'quick ?start', 'installation(?: (?:guide|instructions|steps))?', 'install', '(?:how to )?run(?: it)? locally', 'usage', 'how (?:to|do i) (?:use|read|follow|navigate|study with|get the most|track|start).*', 'how (?:this|it|the) .*works?', 'how (?:this|the) (?:repo(?:sitory)?|guide|roadmap|plan|course|list|document|folder)s? (?:is|are) .*', 'using this .*',
  'changelog', '(?:change|maintenance|revision|version) (?:log|history)', 'release notes', 'updates?', "what'?s new", 'news', '(?:project|repo(?:sitory)?|github) stat(?:s|us|istics)', 'stat(?:s|istics)', 'faqs?', 'frequently asked questions', 'disclaimer', 'notes?', 'important notes?', 'note to .*', 'warning', '(?:pro |study |learning |final |general |some |helpful |quick )*(?:tips?|advice|reminders?)(?: .*)?', 'key features?', 'features', '(?:target )?audience', 'who (?:is|should|can) .*', 'is this .* for .*',
  'why (?:this|use this|another|i (?:made|created)).*', 'purpose', 'motivation', '(?:learning )?(?:goals?|objectives?|outcomes?)', 'prerequisites?', 'pre-requisites?', 'requirements', "what'?s next", 'next steps?', '(?:final|closing) (?:thoughts|words|note)', 'conclusion', 'summary', 'tl;?dr', 'overview', 'about this roadmap', 'welcome', 'preface', 'foreword',
  'progress', '(?:overall |my |current |roadmap |learning )*progress(?: (?:bar|overview|summary|tracking))?', 'tracking (?:your )?progress', 'technologies used', 'built with', 'made with', 'screenshots?', '(?:live )?demo', 'preview', '(?:repo(?:sitory)?|folder|directory|file|project)(?:sitory)? (?:structure|layout|organi[sz]ation)', 'related (?:projects?|roadmaps?|repos.*|notes|pages)', 'translations?', 'available languages', 'feedback', 'issues?', '(?:creat|open|report|fil)ing (?:an? )?(?:new )?issues?.*', 'found (?:an? )?(?:issue|bug|mistake).*', 'have (?:a )?(?:suggestion|question).*', 'content improvements', 'code of conduct', 'security policy',
  '(?:learning path |study |reading )?recommendations', 'happy (?:learning|coding).*', 'good luck.*', 'badges', 'share(?: (?:this|it|your|the) .*)?', 'citation', 'how you can help', 'wanna help.*', 'want to (?:help|contribute).*', 'success (?:metrics|criteria|tips)', 'expected outcomes?', 'set ?up (?:instructions|guide|steps)', 'time commitment', 'job roles', 'keep (?:learning|going|coding).*', 'stay (?:updated|tuned|motivated|consistent).*', 'where to (?:get|find|ask for) help', '(?:any )?questions', 'inspiration', 'best practices for (?:learning|studying).*',
  'milestones?', '(?:final|main|end|overall|primary|ultimate|long[- ]term|short[- ]term|career|my) (?:goals?|objectives?)', 'career paths?', '(?:current|my) (?:status|state)', 'learning (?:philosophy|strategy|approach)', '(?:my|the) strategy',
  '(?:weekly|monthly|daily) (?:reviews?|assessments?|goals?|tracking|check-?ins?)',
  '(?:daily |weekly |monthly )?(?:checkpoints?|check-?ins?|metrics|time ?blocks?)(?: \\(.*)?',
  'readiness check', '(?:[\\p{L}-]+ ){0,2}criteria',
  'snapshot', '(?:common )?(?:mistakes|pitfalls)(?: to avoid)?', '(?:daily|golden|ground|study|weekly) (?:schedule|routine|habits?|rules?)', 'weekly schedule', 'study schedule', 'schedule overview', 'preparation tips', 'mindset', 'motivational? .*', 'last updated.*', 'ready to .*', 'visit .*(?:roadmap|site|website)', 'comprehensive resources', 'rich visual content', 'my (?:story|journey|background)', 'repo(?:sitory)? (?:info|guide)', 'tools used', 'tech used', 'to ?do', 'salary.*', 'job (?:titles|market).*', '(?:coffee |lunch |short )?break(?: time)?', 'lunch', '(?:development|productivity|career|interview|exam|practice|success) tips', 'time management', 'next steps? (?:after|beyond) .*', '(?:roadmap|plan) (?:overview|summary)', 'contingency plan', '(?:expected|final) results?', '(?:study|learning|method) (?:rules|method)', 'who .* (?:is|it is) for', 'career (?:outlook|opportunities)',
); // prettier-ignore

const ABOUT_ELSEWHERE = wholeName(
  '(?:(?:단기|합격|시험|공부|학습|필수|핵심|유용한|추천|마지막|추가) ){0,3}(?:팁|꿀팁)', '(?:טיפים|עצות)(?: (?:חשובים|שימושיים|כלליים|נוספים|ללמידה|ללימוד))?', '(?:hasznos |fontos |tanulási |végső )*(?:tippek|tanácsok)', '(?:užitečné |studijní )?(?:tipy|rady)(?: (?:pro studium|ke studiu|na závěr|na záver))?', '(?:корисні )?поради', '(?:полезни )?съвети', '(?:χρήσιμες )?συμβουλές', 'sfaturi(?: utile)?', '(?:hyödyllisiä )?vink(?:it|kejä)', 'savjeti', 'gode råd', 'consigli(?: utili)?', '(?:przydatne )?porady', 'เคล็ดลับ',
  '(?:(?:noch )?offene (?:punkte|fragen)|open (?:questions|points|items|vragen|punten)|(?:questions|points) ouverte?s|(?:preguntas|cuestiones) abiertas|puntos (?:abiertos|pendientes)|perguntas (?:em aberto|abertas)|pontos em aberto|(?:punti|questioni) apert[ie]|domande aperte|открытые вопросы|відкриті питання|otwarte (?:pytania|kwestie)|otevřené otázky|nyitott kérdések|açık sorular|שאלות פתוחות|أسئلة مفتوحة|待(?:解决|确认)(?:的)?(?:问题|事项)|未解決の?(?:課題|問題)|미해결 ?(?:질문|문제|사항))(?: \\(.*)?',
  'how (?:to|do i) (?:download|clone|get) (?:this|these|the (?:repo|course|files|materials?)).*', '(?:comment télécharger|cómo descargar|como (?:baixar|descarregar)|come scaricare|как скачать|як завантажити|jak (?:pobrać|stáhnout)|hogyan (?:töltsd|töltheted|tölthető) le|איך (?:להוריד|מורידים)|كيفية (?:التحميل|التنزيل))(?: .*)?', 'wie (?:lade ich|du|man) .*herunter.*', 'nasıl indirilir', '다운로드 ?방법', '(?:如何下载|下载(?:方法|方式|说明)).*', 'ダウンロード方法', 'mit hol találsz', 'what (?:is|you(?: will|\'ll)? find) where', 'wo (?:finde ich was|ist was)',
  'objetivos? (?:de aprendizaje|de aprendizagem|específicos?|de la formación|pedagógicos?)', 'objectifs? (?:pédagogiques?|visés?|d.apprentissage)', 'цели и задачи', '(?:dicas|consejos)(?: .*)?', '(?:частые|типичные|распространённые) ошибки(?: .*)?', '(?:참여|제출|신청|진행|운영) ?방법', '参加方法', '参与方式',
  '(?:cómo )?contribu(?:ir|ciones|ción|idores|yentes)', 'licencia', 'agradecimientos', 'contacto', 'autor(?:es|as|a)?', 'apoyo', 'cómo (?:usar|utilizar|contribuir).*', 'instalación', 'requisitos(?: previos)?', 'prerrequisitos', 'introducción', 'objetivos?', 'objetivo (?:final|general|principal)', 'resumen', 'visión general(?: (?:de|del) .*)?', 'visão geral(?: d[aoe]s? .*)?', 'sobre .*', 'acerca de.*', 'características', 'consejos', 'conclusión', 'notas?', '¿?por qué .*', 'para quién.*', 'estado del proyecto', 'siguientes pasos', 'reglas (?:diarias|de oro|del juego)', 'claves?(?: .*)?', 'errores? (?:típicos?|comunes)', '(?:consejos|idea|regla|claves?) (?:base|clave|de oro|para .*)', 'reglas? de estudio', 'pausa', 'descanso', 'almuerzo', 'resultados? esperados?',
  '(?:como )?contribu(?:ir|indo|ições|ição|idores)', 'licença', 'agradecimentos', 'contatos?', 'contactos?', 'como (?:usar|utilizar|contribuir).*', 'instalação', 'pré-requisitos', 'apoie.*', 'dicas', 'conclusão', 'próximos passos', 'introdução',
  '(?:comment )?contribuer', 'contributions?', 'contributeurs', 'remerciements', 'auteurs?', 'aperçu', "vue d'ensemble", 'comment utiliser.*', 'prérequis', 'objectifs?', 'à propos.*', 'conseils', 'pause(?: (?:café|déjeuner|repas))?', 'déjeuner', '(?:votre |le |la )?format(?:eur|rice)s?', 'informations pratiques(?: .*)?', '(?:matériel|supports?)(?: (?:nécessaire|requis|pédagogiques?|fournis?))+', 'conclusion', 'prochaines étapes', 'soutien', 'pour qui .*', 'pourquoi .*',
  'mitwirken', 'beitragen', 'beiträge', 'mitmachen', 'lizenz', 'danksagung(?:en)?', 'kontakt', 'autor(?:en|in)?', 'verwendung', 'nutzung', 'benutzung', 'voraussetzungen', 'ziele?', '(?:end|haupt)ziele?', 'übersicht', 'überblick', 'zusammenfassung', 'lernphilosophie', '(?:kaffee|mittags)?pause', 'lernregeln', 'aktueller stand', 'über .*', 'hinweise?', 'tipps(?: .*)?', 'fazit', 'nächste schritte', 'unterstützung', 'wie .* (?:benutzen|verwenden|nutzen).*', 'für wen .*', 'warum .*',
  'лицензия', '(?:ваш )?вклад(?: в проект)?', 'участие', 'участники', 'как (?:внести вклад|помочь|пользоваться|использовать|работать).*', 'контрибьют.*', 'благодарности', 'контакты', 'связь', 'авторы?', 'об авторе', 'о проекте', 'обзор', '(?:текущ(?:ий|ая|ее)|мой|моё) (?:статус|уровень|точка|положение|состояние)', '(?:финальная|главная|конечная|основная|общая) цель', '(?:режим|правила) (?:обучения|занятий|учёбы|работы)', 'ожидаемы[йе] результаты?', 'перерыв', 'поддержка', 'поддержать.*', 'установка', 'требования', 'цели?', 'советы', 'заключение', 'введение', 'для кого .*', 'зачем .*', 'полезные советы', 'ліцензія', 'внесок', 'подяки',
  'katkı(?:da)?(?: .*)?', 'katkılar', 'lisans', 'teşekkür(?:ler)?', 'iletişim', 'yazar(?:lar)?', 'hakkında', 'genel bakış', 'özet', 'nasıl (?:kullanılır|katkı).*', 'kurulum', 'destek', 'gereksinimler', 'ön koşullar', 'amaç', 'hedef(?:ler)?', 'ipuçları', 'sonuç', 'giriş', 'notlar', 'kimler için.*', 'neden .*',
  'contribuire', 'licenza', 'ringraziamenti', 'contatti', 'autor[ei]', 'come (?:usare|contribuire).*', 'prerequisiti', 'regole (?:di|del) (?:metodo|studio|gioco)', 'obiettiv[oi](?: .*)?', 'pausa(?: pranzo| caffè)?', 'licencja', 'podziękowania', 'kontakt', 'współtworzenie', 'jak (?:używać|korzystać).*', 'licentie', 'bijdragen', 'kontribusi', 'lisensi', 'kontak', 'catatan(?: .*)?', 'tujuan', 'penutup', 'cara (?:penggunaan|menggunakan|berkontribusi).*', 'terima kasih', 'đóng góp', 'giấy phép', 'liên hệ', 'tác giả', 'cách sử dụng.*', 'lời cảm ơn', 'giới thiệu',
  '(?:如何)?(?:参与)?贡献.*', '貢獻', '许可证?', '許可證', '(?:开源)?协议', '授權.*', '致谢', '致謝', '鸣谢', '感谢', '联系(?:方式|我|我们|作者)?', '聯絡.*', '(?:如何)?使用(?:方法|说明|指南)?', '如何使用.*', '安装', '关于.*', '赞助', '支持', '作者', '前言', '简介', '概述', '概览', '總覽', '总览', '概要', '前置(?:知识|要求)', '目标', '学习建议', '建议', '常见问题', '总结', '结语', '说明', '更新日志', 'star 历史', '适合人群', '(?:验证|学习|检验|考核)(?:方式|方法|标准)', '学习心得', '(?:执行|学习)(?:规则|原则|要求)', '(?:个人|学习)?进度(?:总结|跟踪|记录)?', '(?:阶段)?验收(?:标准)?', '最终检查', '阶段总览', '交流群?', '加入.*',
  '(?:本周|阶段|总体|长期|短期|最终|学习)?目标', '不做(?:的事)?', '(?:每日|每周|日常)(?:学习)?(?:流程|安排|习惯|作息|时间|节奏)', '学习(?:方法|流程|方式|策略|习惯)', '(?:复习|复盘)(?:方法|规则)', '怎么(?:用|学|使用).*', '常见(?:错误|误区|坑)', '注意事项', '(?:推荐|投递|求职)(?:投递)?(?:平台|渠道)', '(?:求职|职业|薪资)(?:目标|方向|预期)', '打卡(?:记录|规则)?', '(?:推荐)?在线(?:评测|平台)', '交付标准', '里程碑', '阶段(?:检验)', '更新记录',
  '学習(?:方法|の進め方|ルール|のコツ)', '進め方', '(?:この)?(?:リポジトリ|資料|教材)(?:について|の使い方)', 'ゴール', '学習目標', '到達目標', 'ルール', '更新履歴', 'マイルストーン', '対象読者', 'よくある(?:質問|間違い)', 'コツ', '心構え', '終わりに', 'さいごに',
  '(?:하루 |일일 |주간 )?(?:학습 ?)?(?:흐름|루틴|방법|규칙|원칙|전략|순서|방식)', '(?:학습|주간|최종) ?목표', '(?:스터디|진행) ?(?:규칙|방식|방법)', '완료 ?기준', '체크 ?포인트', '마일스톤', '(?:자주 하는|흔한) 실수', '자주 묻는 질문', '이 (?:로드맵|저장소|문서).*', '사용 ?안내', '학습 ?팁',
  '(?:как|правила) (?:учиться|заниматься|читать|проходить).*', '(?:правила|принципы) (?:обучения|работы|перехода).*', 'критери[йи] .*', '(?:частые|типичные) ошибки', 'вехи', 'режим', 'методика(?: .*)?', 'расписание дня', 'зарплат.*', 'ожидаемый результат', 'как .* репозитори.*',
  'jak (?:się uczyć|czytać|pracować|zacząć|używać).*', '(?:cel|cele)(?: nauki| kursu| główn[ey])?', 'zasady(?: .*)?', '(?:najczęstsze|typowe) (?:błędy|pułapki).*', 'kryteri(?:um|a) .*', 'wskazówki', 'wymagania(?: wstępne)?', 'wstęp', 'podsumowanie', 'dla kogo.*', 'o (?:kursie|projekcie|mnie|repozytorium)', 'sposób .*', 'autorzy?', 'metoda(?: nauki)?', 'kamienie milowe',
  'nasıl (?:çalış|ilerle|başla|kullan).*', '(?:çalışma|öğrenme) (?:yöntemi|kuralları|stratejisi|rutini)', 'kurallar', 'piyasa.*', 'kariyer .*', 'sık (?:yapılan hatalar|sorulan sorular)', 'öneriler', 'kazanımlar', 'hedef kitle', 'maaş.*', 'proje hakkında', 'önemli notlar', 'kilometre taşları',
  'cách (?:học|dùng|đọc|theo).*', 'hướng dẫn sử dụng.*', 'mục tiêu(?: .*)?', 'lưu ý', 'yêu cầu', 'kết luận', 'lời (?:nói đầu|khuyên|kết)', 'mẹo.*', 'quy tắc.*', 'cột mốc', 'cara belajar.*', 'aturan(?: .*)?', 'prasyarat', 'tips(?: .*)?', 'kesimpulan', 'pendahuluan', 'tentang .*', 'persyaratan',
  'كيف (?:تستخدم|تستفيد|تبدأ|تدرس).*', 'قواعد(?! (?:ال)?بيانات).*', 'ملاحظات(?: .*)?', 'ملاحظة', 'عن (?:المشروع|الدورة|المستودع|الكورس)', 'لمن .*', 'الأخطاء الشائعة', 'كيفية (?:الدراسة|المساهمة|استخدام (?:هذا |هذه )?(?:المستودع|الدليل|المشروع|الخارطة|خارطة الطريق)).*', '(?:هدف|أهداف) (?:المشروع|المستودع|الدليل|الدورة|الكورس|الخارطة)', 'طريقة الدراسة', 'कैसे (?:पढ़ें|सीखें|उपयोग).*', '(?:इस|यह) .*(?:रोडमैप|गाइड).*', 'टिप्स', 'सलाह', 'नियम', 'पूर्व-?आवश्यकताएँ', 'सामान्य गलतियाँ', 'अक्सर पूछे .*', 'सारांश',
  'cómo (?:estudiar|seguir|leer|funciona|empezar).*', '(?:método|metodología|rutina|reglas)(?: (?:de estudio|diaria|diarias|del curso|general))?', 'criterios? de .*', 'hitos?', 'errores comunes.*', 'notas de estudio', 'rutina (?:diaria|semanal)', 'preguntas frecuentes', 'metas', 'introducción al (?:curso|repo.*)', 'como (?:estudar|seguir|ler|funciona|começar).*', '(?:metodologia|rotina|regras)(?: .*)?', 'marcos', 'critérios de .*', 'erros comuns.*', 'perguntas frequentes', 'público[- ]alvo', 'rotina (?:diária|semanal)',
  'comment (?:apprendre|suivre|lire|réviser).*', 'méthod(?:e|ologie)(?: .*)?', 'règles(?: .*)?', 'jalons', 'critères .*', 'erreurs (?:courantes|fréquentes)', 'introduction', 'certification', 'modalités(?: .*)?', 'public (?:visé|cible)', 'évaluation', 'wie (?:man lernt|lerne ich|ich lerne|du lernst|.*vorgehen).*', '(?:methodik|lernmethode|lernregeln|lernstrategie|arbeitsweise|vorgehen(?:sweise)?)(?: .*)?', 'meilensteine', 'zielgruppe', 'häufige (?:fehler|fragen)', 'erfolgskriterien', 'lernziele?', 'regeln',
  'ライセンス', '貢献.*', 'コントリビュー.*', '謝辞', '使い方', '(?:お)?問い合わせ', '連絡先', 'インストール', '作者', 'はじめに', '概要', 'このロードマップについて', '前提(?:条件|知識)?', '目的', '目標', 'おわりに', '注意(?:事項|点)?', 'まとめ', '対象(?:者|読者)?',
  '라이[선센]스', '기여(?:하기| ?방법|자)?', '감사.*', '사용(?:법| ?방법)', '연락처', '문의', '설치(?: ?방법)?', '저자', '만든 ?사람', '소개', '개요', '왜 .*', '들어가며', '목표', '선수 ?지식', '주의 ?사항', '마치며', '마무리', '대상', '팁',
  'المساهم(?:ة|ون|ين).*', 'ساهم.*', 'الترخيص', 'الرخصة', 'رخصة', 'شكر.*', 'التواصل', 'تواصل.*', 'اتصل بنا', 'كيفية الاستخدام', 'طريقة الاستخدام', 'المؤلف', 'المقدمة', 'مقدمة', 'الأهداف', 'الهدف(?: النهائي| العام)?', 'نظرة عامة', 'نصيحة.*', 'المتطلبات', 'نصائح.*', '(?:ال)?نتيجة(?: المتوقعة| النهائية)?', '(?:ال)?نتائج المتوقعة', 'تتبع التقدم', 'استراحة', 'الخاتمة', 'حول .*', 'योगदान.*', 'लाइसेंस', 'संपर्क.*', 'आभार', 'धन्यवाद', 'उपयोग.*', 'लेखक', 'परिचय', 'लक्ष्य', 'सुझाव', 'निष्कर्ष', 'مجوز', 'مشارکت',
); // prettier-ignore

/** Lists of things to read and watch; under a topic they are no topics. */
const RESOURCES = wholeName(
  '(?:(?:learning|additional|extra|free|paid|recommended|useful|helpful|online|external|best|top|more|other|study|key|my|good|global|general|daily|important|valuable|awesome|interesting|related|community|practice|all|great|curated|favou?rite|suggested|video|official|some|the|reading|quality|essential|key) )*(?:resources?|links?|references?|books?|courses?|readings?|videos?|articles?|blogs?|podcasts?|channels?|(?:training|learning|practice|study) platforms|youtube(?: channels?| playlists?| videos?)?|playlists?|newsletters?|tutorials?|documentation|documentación|documentação|dokumentation|документация|docs|materials?|websites?|sites|communities|cheat ?sheets?|papers?|sources?|bibliography|reading lists?|moocs?|repos(?:itories)?|github repos(?:itories)?|people to follow|discords?|forums?)(?:(?<!material|materials) (?:&|and|/|,|or) .*| to .*| \\(.*|:? for .*| list| 📚)?',
  'further (?:reading|learning|study)', 'related (?:articles?|posts?|readings?|content)', '(?:artículos|entradas|artigos|postagens) relacionad[oa]s', 'articles (?:connexes|liés|similaires)', '(?:verwandte|ähnliche|weitere) (?:artikel|beiträge)', '(?:похожие статьи|статьи по теме|читайте также)', '関連記事', '相关(?:文章|阅读)', '관련 ?글', 'bài viết liên quan', 'مقالات ذات صلة', 'reading', 'read', 'watch', 'where to (?:learn|practice|study).*', 'see also', 'learn(?:ing)? (?:more|from)', 'where to learn', 'learning materials?', 'credits & resources', 'external links', 'credits and resources',
  'recursos(?: .*)?', 'enlaces(?: .*)?', 'referencias', 'libros(?: .*)?', 'cursos(?: .*)?', 'referências', 'livros(?: .*)?', 'links úteis', 'material(?:es)?(?: .*)?', 'materiais(?: .*)?', 'ressources?(?: .*)?', 'liens(?: .*)?', 'livres', 'cours', 'références', 'ressourcen(?: .*)?', 'quellen', 'bücher', 'kurse', 'literatur', 'weiterführende .*', 'nützliche links',
  '(?:полезные )?ресурсы(?: .*)?', '(?:полезные )?ссылки', 'литература', 'книги', 'курсы', 'материалы(?: .*)?', 'источники', 'видео', 'що почитати', 'ресурси', 'посилання', 'kaynaklar?(?: .*)?', '(?:faydalı|yararlı) (?:linkler|bağlantılar|kaynaklar)', 'bağlantılar', 'kitaplar', 'kurslar', 'öneriler', 'risorse(?: .*)?', 'materiali(?: .*)?', 'libri', 'corsi', 'zasoby', 'materiały', 'książki', 'kursy', 'bronnen', 'sumber(?: daya| belajar)?', '(?:daftar )?referensi(?: .*)?', 'buku', 'tài (?:nguyên|liệu)(?: .*)?', 'sách', 'khóa học',
  '(?:学习|學習|推荐|相关|参考|课程|优质|其他|综合)*(?:资源|資源|资料|資料|链接|連結|书籍|書籍|书单|阅读|课程|文献|网站|视频|博客)(?:推荐|链接)?', '参考', '參考', '(?:参考|学習|おすすめ)*(?:資料|リソース|文献|リンク|書籍|本|記事|教材|動画|サイト)', '(?:참고|추천|학습|관련|유용한)* ?(?:자료|링크|문헌|도서|책|강의|사이트|리소스|영상)', '참고', '(?:ال)?مصادر(?: .*)?', '(?:ال)?موارد(?: .*)?', '(?:ال)?مراجع', '(?:ال)?روابط(?: .*)?', '(?:ال)?كتب', 'دورات', 'संसाधन', 'संदर्भ', 'स्रोत', 'पुस्तकें', 'लिंक', 'منابع',
); // prettier-ignore

const CONTENTS = wholeName('table of contents?', 'contents?', 'toc', 'index', 'jump to.*', 'índice', 'tabla de contenidos?', 'contenidos?', 'sumário', 'conteúdo', 'tabela de conteúdos?', 'table des matières', 'sommaire', 'inhalt(?:sverzeichnis)?', 'содержание', 'оглавление', 'навигация', 'зміст', 'içindekiler', 'içerik', 'indice', 'spis treści', 'inhoud(?:sopgave)?', 'daftar isi', 'mục lục', '目录', '目錄', '目次', '목차', 'المحتويات', 'الفهرس', 'فهرس.*', 'विषय[- ]?सूची', 'فهرست'); // prettier-ignore

const LEGEND = wholeName('(?:(?:roadmap|colou?r|icon|symbol|emoji|status|priority) )*(?:legend|key|coding|codes?|markers?|indicators?|guide|meanings?|explanation)s?(?: (?:explanation|legend|key|guide))*', 'legends?(?: .*)?', 'status (?:legend|key|icons?)', 'leyenda', 'legenda', 'légende', 'легенда', 'обозначения', 'условные обозначения', 'açıklama(?:lar)?', '图例', '凡例', '범례', 'مفتاح.*', 'وسيلة الإيضاح'); // prettier-ignore

/** Headings that announce the roadmap itself and name nothing that is learned. */
const WRAPPER = wholeName(
  '(?:(?:the|my|your|our|full|complete|detailed|visual|graphical|interactive|weekly|monthly|daily|learning|study|roadmap|course|topic|overall|step-by-step|high-level|main|recommended|suggested|development|developer|career|skills?|progress|core|\\d+[- ]?(?:week|month|day|hour|year|step|phase)s?) )*(?:roadmaps?|paths?|pathways?|curriculum|syllabus|plans?|breakdown|structure|diagrams?|flow(?:chart)?s?|representation|mind ?maps?|charts?|graphs?|maps?|journey|outline|tree|topics?(?: list| covered| overview)?|modules?|phases|stages|levels|steps|sections|checklists?|trackers?|tables?|timeline|schedule|calendar|lessons|tracks?|skills|subjects|overview)(?: (?:structure|overview|diagram|table|tracker|outline|breakdown|list|at a glance|checklist|details))?',
  'topic progress table', '(?:topics|skills|concepts|subjects|things) (?:to|you will|you should) (?:learn|study|cover|master|know)', '(?:week|day|month|phase|stage|module)[- ]by[- ](?:week|day|month|phase|stage|module)(?: .*)?', 'details? (?:of|by|for|per) (?:each|every) .*', '(?:detalles?|detalhes?|detalhamento) (?:de|por) (?:cada )?(?:semana|mes|mês|fase|etapa|módulo|día|dia)s?', '(?:semana a semana|mes a mes|mês a mês|día a día|dia a dia)', 'détails? (?:par|de chaque) (?:semaine|module|étape|mois)', 'details (?:je|pro|zu jeder|der) (?:woche|phase|modul|einzelnen .*)', 'what (?:to|you will|you\'?ll) learn', '(?:the )?(?:list|content)', 'let\'?s (?:start|begin|go)', 'start here',
  'hoja de ruta', 'calendario(?: d[ei].*)?', 'harmonogram', '(?:estructura|contenidos?|etapas|fases)(?: del? (?:la |el )?(?:roadmap|ruta|curso|plan|programa|contenidos?|aprendizaje|hoja de ruta))?', '(?:mi )?(?:plan|ruta) de (?:acción|aprendizaje|estudios?|trabajo)', '(?:estrutura|etapas|fases)(?: d[oa] (?:roadmap|curso|trilha|plano))?', 'plano de (?:ação|estudos?)', 'structure(?: d[ue] (?:la )?(?:roadmap|parcours|programme|formation))?', 'aufbau', 'struktur', 'inhalte', 'module', 'phasen', 'lernplan', 'структура(?: обучения| курса)?', 'этапы(?: обучения| изучения)?', 'модули', 'ruta(?: de aprendizaje)?', 'plan de estudios?', 'temario', 'temas', 'trilha(?: de (?:estudos|aprendizado))?', 'roteiro(?: de estudos)?', 'plano de estudos?', 'feuille de route', 'parcours', '(?:timeline|calendrier|planning|déroulé)(?: d[eu].*)?', 'programme', 'lernpfad', 'lehrplan', 'fahrplan', 'themen', 'дорожная карта', 'план(?: (?:обучения|изучения))?', 'темы', 'программа(?: обучения| курса)?', 'yol haritası', 'öğrenme (?:yolu|planı)', 'konular', 'müfredat', '(?:eğitim|ders|kurs) (?:içerikleri|içeriği|planı|programı)', 'öğrenme yol(?:u|ları)', 'aşamalar', 'percorso', 'plan nauki', 'lộ trình(?: học)?', 'peta jalan',
  '(?:学习|分阶段|完整|详细|具体|总体|学习的?)*(?:路线图?|路径|大纲|计划|内容|目录|阶段|规划)', '學習(?:路線|路徑|地圖)圖?', '(?:全体|学習)マップ', '全体像', '予定', 'カリキュラム', '.{0,6}ロードマップ', '学習(?:ロードマップ|計画|内容)', '(?:학습 ?|전체 ?)?(?:로드맵|과정|계획|내용|커리큘럼)(?: ?구조)?', '단계별 ?(?:학습|로드맵)?', 'خارطة الطريق', 'خريطة (?:الطريق|التعلم)', '(?:ال)?خطة (?:الدراسة|التعلم|الزمنية)?', 'الخطة(?: الزمنية| الدراسية)?', 'المراحل', 'المنهج', 'रोडमैप', 'पाठ्यक्रम', 'نقشه راه',
); // prettier-ignore

export type HeadingRole = 'about' | 'resources' | 'contents' | 'legend' | 'wrapper' | 'subject';

/** What the content under a heading is, as far as its name tells; `subject` when it names something to learn. */
export function readHeadingRole(title: string): HeadingRole {
  const role = readRole(title);
  const [first = '', second = '', ...more] = title.split(/\s+(?:&|\+|and|und|y|e|et|и|ve)\s+/iu);
  if (role !== 'subject' || second === '' || more.length > 0) return role;
  // "Timeline & milestones": neither of the two is a subject.
  const roles = [readRole(first), readRole(second)] as const;
  if (roles.includes('subject')) return 'subject';
  return roles.includes('wrapper') ? 'wrapper' : roles[0];
}

function readRole(title: string): HeadingRole {
  const name = normalizeName(title);
  // Names of topics are short; the bound also keeps the patterns cheap.
  if (name === '' || name.length > 80) return 'subject';
  if (LEGEND.test(name)) return 'legend';
  if (CONTENTS.test(name)) return 'contents';
  const bare = name.replace(/\s*\(.*$/u, '').replace(/^\d+ /u, '');
  const isAbout = name === 'overview' || name === 'career paths';
  if (WRAPPER.test(bare) && !isAbout) return 'wrapper';
  const placeless = withoutPlace(name);
  if ([name, placeless].some((each) => ABOUT.test(each) || ABOUT_ELSEWHERE.test(each)))
    return 'about';
  return RESOURCES.test(name) || RESOURCES.test(placeless) ? 'resources' : 'subject';
}

/** Whether a heading that is numbered like a lesson may well be one, though its name alone says otherwise ("1. Introduction"). */
export function isLessonWhenNumbered(title: string): boolean {
  return LESSON.test(normalizeName(title));
}

const LESSON =
  /^(?:introduc|intro\b|overview|(?:project|folder|file) structure|prereq|pre-req|requirement|install|usage|feature|set ?up|motivation|purpose|goals?\b|objective|getting started|mindset|summary|tips|einführung|introducción|введение|giriş|はじめに|前置)/u;

/** "Prerequisites": what to know before the rest. */
export function asksForKnowledge(title: string): boolean {
  return KNOWLEDGE.test(normalizeName(title));
}

const KNOWLEDGE = wholeName('pre-?requisites?', 'pr[eé]-?requis(?:itos?)?', 'prerrequisitos', 'prerequisiti', 'voraussetzungen', 'vorwissen', 'пререквизиты', 'ön ?koşullar', 'wymagania wstępne', 'prasyarat', 'kiến thức (?:nền tảng|cần có)', '前置(?:知识|要求)', '前提(?:条件|知識)?', '선수 ?지식', 'المتطلبات(?: المسبقة)?', 'पूर्व-?आवश्यकताएँ'); // prettier-ignore

/** Headings that may head either a lesson or a word to the reader: what is under them decides. */
export function isAmbiguousHeading(title: string): boolean {
  return AMBIGUOUS.test(normalizeName(title));
}

const AMBIGUOUS = wholeName('getting started.*', 'introduction.*', 'intro', 'set ?up.*', 'environment setup', 'einleitung', 'einführung', 'erste schritte', 'introduction', 'primeros pasos', 'primeiros passos', 'premiers pas', 'başlangıç', 'начало работы', '开始', '入门', 'はじめよう', '시작하기', 'البدء', 'शुरुआत'); // prettier-ignore

/** Whether a heading names a plan by the calendar ("Suggested timeline"), which beside numbered parts only says when they are due. */
export function isScheduleName(title: string): boolean {
  return SCHEDULE.test(normalizeName(title));
}

const SCHEDULE = wholeName(
  '(?:[\\p{L}-]+ ){0,3}(?:timeline|time ?table|time ?line|schedule|calendar|gantt(?: chart)?)(?: (?:overview|summary|table|at a glance|suggestion))?', '(?:timeline|cronograma|calendario|calendário|planning|calendrier|zeitplan|zeitleiste|harmonogram)(?: \\p{L}+){0,2}', '(?:[\\p{L}]+ )?(?:график|расписание|таймлайн|takvimi?)(?: \\p{L}+){0,2}',
  '(?:推荐|建议|学习|总体|阶段)*(?:时间(?:线|表|轴|安排|规划)|日程(?:安排|表)?)', '(?:学習)?(?:スケジュール|タイムライン|日程)(?:表|例|案)?', '(?:추천 |학습 |전체 )?(?:일정(?:표)?|타임라인|스케줄)', 'lịch (?:học|trình)(?: \\p{L}+){0,2}', 'jadwal(?: \\p{L}+){0,2}', 'الجدول الزمني.*', 'समय[- ]?(?:सारणी|रेखा)',
); // prettier-ignore

/** Whether a heading sounds like advice ("Performance tips", "After the course"), which beside numbered parts is no part. */
export function isAdviceName(title: string): boolean {
  return ADVICE.test(normalizeName(title));
}

const ADVICE =
  /\b(?:tips?|advice|reminders?|principles|habits?|routines?|mindset|motivation|guidance|strateg(?:y|ies)|rules|next steps?|what'?s next|continuous learning|ongoing learning|keep going|maintenance plan|open questions|decisions|metrics|(?:post|after|beyond)[- ].*(?:plan|course|roadmap|journey|program(?:me)?|bootcamp|phases?|weeks?|days?|months?))\b|consejos|trucos|dicas|conseils|astuces|tipps|ratschläge|empfehlung|lernmethode|recomenda(?:cion|ções|ção)|recommandation|raccomandazion|zaleceni|offene (?:fragen|entscheidungen|punkte)|hinweise|совет|рекомендаци|принцип|ipuç|tavsiye|öneri|wskazówk|porad|建议|心得|技巧|提示|アドバイス|コツ|心がけ|팁|조언|원칙|lời khuyên|mẹo|نصائح|نصيحة|सुझाव|सलाह/u;

/** Whether a title stands for a whole roadmap ("Backend Roadmap", "Start") and not for one of its subjects. */
export function namesTheWhole(title: string): boolean {
  return readHeadingRole(title) === 'wrapper' || WHOLE.test(title);
}

const WHOLE =
  /road ?map|\bpath\b|\bstart\b|\bbegin\b|\bjourney\b|curriculum|路线|路線|ロードマップ|로드맵|дорожная карта|yol haritası|hoja de ruta|خارطة|खाका|रोडमैप|lộ trình/iu;

/** Whether a heading is about contributing, licences, thanks or contents, which no reading makes a subject. */
export function isNeverSubject(title: string): boolean {
  return NEVER.test(normalizeName(title));
}

const NEVER =
  /contribut|licen[sc]|acknowledg|thanks|sponsor|support|contact|author|star hist|contents|install|legend|лиценз|вклад|katkı|lisans|许可|贡献|ライセンス|貢献|라이|기여/u;
