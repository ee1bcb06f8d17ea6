"""Fields of work in sentences: what is done there, what it brings, what a story tells of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Work:
    """The deeds of one field, what they brought, and what a story tells of them."""

    deeds: tuple[str, ...]
    outcomes: tuple[str, ...]
    details: tuple[str, ...]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().split("\n"))


WORKS: dict[str, Work] = {
    "nong-nghiep": Work(
        _lines("""
            chuyển ruộng trũng sang một vụ lúa, một vụ cá
            cải tạo vườn tạp thành vườn bưởi da xanh theo hướng hữu cơ
            nuôi ong lấy mật dưới tán rừng trồng
            dựng nhà màng trồng rau an toàn cho bếp ăn trường học
            nuôi dê sinh sản kết hợp trồng cỏ trên đồi trọc
            phục tráng giống lúa nếp của địa phương
            nuôi cá lồng trên hồ thủy lợi và giữ sạch nguồn nước
            liên kết các hộ trồng dược liệu dưới tán rừng
        """),
        _lines("""
            giúp {n} hộ trong vùng có thêm thu nhập
            tạo việc làm thường xuyên cho {few} lao động
            đưa giá trị trên mỗi héc-ta tăng {p}% so với trước
            bao tiêu sản phẩm cho {n} hộ liên kết
            được {few} hợp tác xã trong tỉnh đến học tập
        """),
        _lines("""
            Vụ đầu, gần một nửa diện tích mất trắng vì nước lên sớm, {na} phải làm lại từ khâu đắp bờ, khơi mương.
            {Na} ghi chép từng lần bón phân, tưới nước vào một cuốn sổ, hết vụ lại mang ra đối chiếu với lãi lỗ.
            Thay vì bán qua thương lái, {na} ký hợp đồng với bếp ăn của các trường và hai siêu thị ở thành phố.
            Giống tốt được giữ lại và chia cho các hộ khó khăn, đến mùa trả bằng sản phẩm chứ không lấy tiền.
            Mỗi tháng một buổi, bà con tập trung ngay tại ruộng để nghe hướng dẫn cách làm đất và phòng trừ sâu hại.
            Từ chỗ trông vào kinh nghiệm, nay {na} dùng cảm biến đo độ ẩm để quyết định lúc nào cần tưới.
        """),
    ),
    "nong-thon-moi": Work(
        _lines("""
            vận động bà con hiến đất mở rộng trục chính của thôn
            trồng hoa ven lối đi và dựng hàng rào xanh khắp khu dân cư
            vận động góp công làm kênh mương nội đồng
            xây dựng khu dân cư kiểu mẫu với đèn chiếu sáng năng lượng mặt trời
            sửa nhà văn hóa thôn thành nơi sinh hoạt chung của mọi lứa tuổi
            làm cầu dân sinh thay cầu tre qua suối
        """),
        _lines("""
            được {n} hộ đồng thuận ngay từ buổi họp đầu tiên
            hoàn thành trước kế hoạch {digit} tháng
            huy động {m} triệu đồng và {area} ngày công
            góp phần đưa địa phương đạt thêm {digit} tiêu chí nông thôn mới
            được {few} thôn, tổ dân phố đến học tập
        """),
        _lines("""
            Buổi họp đầu tiên kết thúc mà chưa ai ký tên, vì hộ nào cũng ngại mất một phần sân trước.
            {Na} tự tháo bờ rào nhà mình trước, rồi mới đến từng nhà trò chuyện, nghe hết điều bà con băn khoăn.
            Mọi khoản đóng góp đều được ghi lên bảng ở nhà văn hóa, ai đi qua cũng có thể đọc và hỏi lại.
            Người có sức góp ngày công, người có xe chở cát, người lớn tuổi thì nấu nước cho tổ làm đường.
            Ngày khánh thành, trẻ con trong thôn đạp xe một mạch ra tận quốc lộ mà không phải xuống dắt bộ.
            Làm xong rồi, {na} còn lập tổ tự quản để quét dọn, tỉa cây và thay bóng đèn hỏng hằng tháng.
        """),
    ),
    "giao-duc": Work(
        _lines("""
            mở lớp học buổi tối cho người lớn tuổi muốn biết đọc, biết viết
            làm đồ dùng dạy học từ vật liệu bỏ đi
            lập thư viện lưu động trên xe đạp cho các điểm trường lẻ
            dạy bơi miễn phí cho học sinh trong dịp hè
            vận động học sinh bỏ học trở lại lớp
            xây dựng quỹ khuyến học của dòng họ và thôn xóm
        """),
        _lines("""
            giúp {n} học sinh và học viên tiến bộ rõ rệt
            được {few} trường trong tỉnh đến học tập
            được phụ huynh tin tưởng, góp {m} ngày công
            duy trì đều đặn suốt {digit} năm
            mang niềm vui đến lớp cho {n} em nhỏ
        """),
        _lines("""
            Lớp học ban đầu chỉ có bốn người, bàn ghế mượn tạm của nhà văn hóa, bảng là một tấm gỗ sơn đen.
            Có hôm mưa lớn, {na} vẫn lội qua ngầm tràn để kịp giờ lên lớp vì biết học trò đang đợi.
            Sách được xếp theo từng lứa tuổi, em nào mượn tự ghi vào sổ, đến nay chưa mất cuốn nào.
            {Na} đến từng nhà, gặp cha mẹ các em vào buổi tối, khi mọi người đã đi làm về.
            Những chiếc hộp giấy, nắp chai, tre nứa qua bàn tay khéo léo đã thành bộ đồ dùng học toán, học vần.
            Nhiều em từ lớp học ấy nay đã vào đại học, mỗi dịp hè lại về phụ giúp các em nhỏ.
        """),
    ),
    "y-te": Work(
        _lines("""
            tổ chức tiêm chủng lưu động đến từng thôn xa
            lập sổ theo dõi lịch tiêm cho trẻ nhỏ ở khu vực khó đi lại
            trồng vườn thuốc nam và hướng dẫn bà con sử dụng đúng cách
            vận động bà con dùng nước sạch và nhà tiêu hợp vệ sinh
            xây dựng phong trào hiến máu tình nguyện ở cơ sở
            cải tiến quy trình đón tiếp, rút ngắn thời gian chờ của người dân
        """),
        _lines("""
            phục vụ hơn {area} lượt người trong năm
            được {high}% số hộ hưởng ứng
            được {few} trạm y tế trong tỉnh làm theo
            duy trì đều đặn suốt {digit} năm
            có {n} người tình nguyện tham gia
        """),
        _lines("""
            Những ngày đầu, nhiều gia đình còn e ngại, {na} phải đi lại ba bốn lần mới được mở cửa tiếp chuyện.
            Lịch hẹn được dán ở nhà văn hóa, đọc trên loa và nhắn tới tổ trưởng để không nhà nào bị sót.
            {Na} sắp xếp lại bàn tiếp đón, thêm ghế ngồi và nước uống, việc nhỏ nhưng ai đến cũng thấy ấm lòng.
            Thùng vắc-xin được chở bằng xe máy qua hai con dốc dài, tới nơi việc đầu tiên là kiểm tra nhiệt độ.
            Vườn thuốc có hơn ba mươi loại cây, mỗi luống đều cắm biển ghi tên và công dụng.
            Cuối tuần, {na} cùng đoàn viên thanh niên xuống thôn nói chuyện về ăn uống, vệ sinh và phòng dịch.
        """),
    ),
    "van-hoa": Work(
        _lines("""
            truyền dạy hát ru và hát ví cho lớp trẻ
            giữ nghề đan lát truyền thống và dạy nghề cho thanh niên
            khôi phục lễ hội xuống đồng của làng
            lập câu lạc bộ văn nghệ biểu diễn phục vụ cơ sở
            sưu tầm hiện vật, dựng phòng truyền thống của thôn
            xây dựng nếp sống văn minh trong việc cưới, việc tang
        """),
        _lines("""
            thu hút {n} người thường xuyên tham gia
            được {few} thôn, tổ dân phố làm theo
            được bà con góp {m} triệu đồng ủng hộ
            giữ được nếp sinh hoạt đều đặn suốt {digit} năm
            có {few} thanh niên tiếp bước
        """),
        _lines("""
            Có những câu hát chỉ còn một vài cụ nhớ, {na} mang máy ghi âm đến từng nhà để chép lại từng lời.
            Tối thứ bảy, sân nhà văn hóa lại sáng đèn, người già dạy, người trẻ tập, trẻ nhỏ ngồi quanh nghe.
            Trang phục biểu diễn do chị em tự may, nhạc cụ do anh em trong thôn tự làm từ tre và gỗ.
            {Na} đề nghị đưa việc cưới gọn nhẹ vào hương ước và làm trước trong chính gia đình mình.
            Phòng truyền thống nay là nơi các lớp học đến tham quan mỗi dịp đầu năm học mới.
            Sản phẩm làm ra được giới thiệu ở chợ phiên và trên mạng, đơn hàng đều đặn quanh năm.
        """),
    ),
    "moi-truong": Work(
        _lines("""
            phân loại rác tại nhà và ủ phân hữu cơ cho vườn rau
            vớt rác, trồng cây ven kênh và giữ dòng chảy thông thoáng
            thu gom vỏ bao bì thuốc bảo vệ thực vật trên đồng
            đổi phế liệu lấy cây xanh và đồ dùng học tập
            phủ xanh bãi đất hoang bằng cây bản địa
            thay túi ni-lông bằng làn nhựa và lá gói khi đi chợ
        """),
        _lines("""
            vận động được {n} hộ làm theo
            được {high}% số hộ trong khu dân cư hưởng ứng
            huy động {area} ngày công trong năm
            được {few} thôn, tổ dân phố học theo
            duy trì đều đặn suốt {digit} năm
        """),
        _lines("""
            Trước kia, đoạn kênh này là nơi đổ rác, đi qua ai cũng phải bịt mũi.
            {Na} bắt đầu từ hai chiếc thùng nhựa cũ đặt trước cổng, một cho rác hữu cơ, một cho thứ còn dùng lại được.
            Tiền bán phế liệu được gom vào quỹ chung để mua thẻ bảo hiểm, sách vở cho học sinh khó khăn.
            Sáng chủ nhật đầu tháng, cả xóm cùng ra quét dọn, xong việc lại ngồi uống với nhau chén nước chè.
            Phân ủ từ rác bếp bón cho rau, vừa đỡ tốn tiền vừa bớt mùi, nên chị em truyền nhau làm theo rất nhanh.
            Hàng cây trồng năm đầu nay đã cao quá đầu người, tỏa bóng mát suốt đoạn bờ kênh.
        """),
    ),
    "an-ninh": Work(
        _lines("""
            lập tổ tự quản an ninh và thắp sáng các ngõ xóm
            hòa giải mâu thuẫn ngay từ cơ sở
            giúp người lầm lỗi trở về hòa nhập, có việc làm
            tổ chức tuần tra ban đêm giữ bình yên xóm làng
            cứu người và tài sản trong đợt mưa lũ
            hướng dẫn bà con phòng tránh lừa đảo qua mạng
        """),
        _lines("""
            được {n} hộ ký cam kết tham gia
            nhiều năm liền địa bàn không xảy ra vụ việc phức tạp
            được {few} thôn, tổ dân phố làm theo
            góp phần giữ bình yên cho {n} hộ dân
            được bà con tin cậy suốt {digit} năm
        """),
        _lines("""
            Đêm nước lên, {na} chèo thuyền qua từng nhà, đưa người già và trẻ nhỏ đến nơi cao ráo trước.
            Có vụ tranh chấp bờ ruộng kéo dài bốn năm, {na} kiên trì gặp riêng hai bên rồi mới mời cùng ngồi lại.
            Tổ tự quản chia ca trực, mỗi ca bốn người, có đèn pin, còi và sổ ghi chép giao nhận rõ ràng.
            {Na} đứng ra nhận người vừa trở về vào tổ thợ, dạy nghề và giúp vay vốn mua dụng cụ.
            Những thủ đoạn lừa đảo mới được kể lại bằng chuyện ngắn trên loa, dễ nhớ, ai nghe cũng hiểu.
            Từ ngày có đèn và tổ trực, buổi tối người dân yên tâm đi lại, xe dựng trước hiên cũng không phải khóa.
        """),
    ),
    "cong-nghiep": Work(
        _lines("""
            cải tiến chuyền may để giảm động tác thừa
            chế tạo máy gieo hạt giá rẻ từ phụ tùng cũ
            tìm cách tiết kiệm điện cho lò sấy nông sản
            sửa chữa, thay thế phụ tùng nhập ngoại bằng hàng trong nước
            khôi phục nghề rèn và mở xưởng cơ khí nhỏ
            xây dựng tổ sản xuất an toàn, không để xảy ra tai nạn lao động
        """),
        _lines("""
            làm lợi {m} triệu đồng mỗi năm
            tăng năng suất {p}% so với trước
            tạo việc làm ổn định cho {n} lao động
            được áp dụng ở {few} tổ sản xuất khác
            tiết kiệm {p}% chi phí
        """),
        _lines("""
            Chiếc máy đầu tiên chạy được nửa buổi thì gãy trục, {na} tháo ra làm lại đến lần thứ năm mới ưng ý.
            Sau mỗi ca, {na} nán lại bấm giờ từng công đoạn rồi vẽ sơ đồ sắp xếp lại vị trí làm việc.
            Bản vẽ được để ngay tại xưởng, ai có ý hay thì viết thêm vào, cuối tháng cả tổ cùng chọn ra cách tốt nhất.
            Ý tưởng nảy ra khi thấy hơi nóng thoát đi vô ích, trong khi kho bên cạnh vẫn phải dùng điện để sấy.
            {Na} kèm cặp thợ trẻ theo lối cầm tay chỉ việc, người vào sau được học đủ mọi khâu chứ không giấu nghề.
            Nội quy an toàn không chỉ treo trên tường, mà được nhắc lại năm phút trước khi vào ca.
        """),
    ),
    "chuyen-doi-so": Work(
        _lines("""
            hướng dẫn người dân làm thủ tục qua mạng
            lập tổ công nghệ số cộng đồng đến từng ngõ xóm
            đưa nông sản của bà con lên sàn thương mại điện tử
            số hóa sổ sách, giảm giấy tờ cho người dân
            dạy người lớn tuổi dùng điện thoại thông minh an toàn
            xây dựng bản đồ số về thủy lợi và ruộng đồng của xã
        """),
        _lines("""
            phục vụ {area} lượt người dân
            được {n} hộ sử dụng thường xuyên
            được {few} thôn, tổ dân phố học theo
            được {high}% người dân đánh giá hài lòng
            bớt cho mỗi hộ nhiều lần đi lại
        """),
        _lines("""
            Nhiều cụ lần đầu cầm điện thoại thông minh, run tay không dám chạm, {na} kiên nhẫn làm đi làm lại từng bước.
            Tờ hướng dẫn được in chữ to, mỗi bước một hình, dán ở nhà văn hóa và phát cho từng nhà.
            {Na} chụp ảnh, viết lời giới thiệu và trả lời khách thay bà con trong những ngày đầu mở gian hàng.
            Hồ sơ trước đây nằm trong bốn tủ sắt, nay tìm được trong vài giây và không còn thất lạc.
            Tổ công nghệ số hẹn nhau mỗi tối thứ ba, mang theo máy tính đến nhà những người không đi lại được xa.
            Bản đồ được cập nhật sau mỗi mùa mưa, cống nào hỏng, đoạn kênh nào sạt đều hiện lên rõ ràng.
        """),
    ),
    "nhan-dao": Work(
        _lines("""
            nấu bữa sáng miễn phí cho người có hoàn cảnh khó khăn
            vận động sửa nhà cho các hộ neo đơn
            đỡ đầu trẻ em mồ côi đến khi học xong nghề
            lập tủ quần áo và sách vở dùng chung
            tặng con giống và hướng dẫn hộ nghèo chăn nuôi
            tổ chức chuyến xe miễn phí đưa học sinh xa nhà đi thi
        """),
        _lines("""
            giúp {few} hộ vươn lên ổn định cuộc sống
            vận động được {m} triệu đồng
            duy trì đều đặn suốt {digit} năm
            được {n} nhà hảo tâm chung tay
            được {few} chi hội trong tỉnh học tập
        """),
        _lines("""
            Hai con bò giống đầu tiên được trao cho hộ khó nhất thôn, đến nay đã nhân lên thành một đàn nhỏ.
            Mỗi ngôi nhà dựng xong là kết quả của rất nhiều người, người cho cát, người cho ngói, người đến phụ hồ.
            {Na} không nhận tiền mặt mà chỉ nhận hiện vật, trao đến tận tay và có người chứng kiến.
            Bếp đỏ lửa từ ba giờ sáng, hơn trăm suất ăn nóng được chia xong trước khi trời tỏ mặt người.
            Tủ quần áo đặt ngay cổng chợ với dòng chữ giản dị, ai thừa thì để lại, ai thiếu thì mang về.
            Các cháu được đỡ đầu coi {na} như người thân, có chuyện vui buồn đều tìm về chia sẻ.
        """),
    ),
}
