using System.Net;
using Vigilant.Domain.Notifications;

namespace Vigilant.Domain.Tests.Notifications;

public sealed class OutboundPolicyTests
{
    static readonly OutboundPolicy Strict = new([], []);

    static readonly OutboundPolicy Open = new(
        [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")], [new IPEndPoint(IPAddress.Loopback, 8080)]);

    [Theory]
    [InlineData("93.184.216.34", OutboundVerdict.Allowed)]
    [InlineData("2606:2800:220:1::1", OutboundVerdict.Allowed)]
    [InlineData("127.0.0.1", OutboundVerdict.Loopback)]
    [InlineData("127.255.255.254", OutboundVerdict.Loopback)]
    [InlineData("::1", OutboundVerdict.Loopback)]
    [InlineData("10.1.2.3", OutboundVerdict.Private)]
    [InlineData("172.16.0.1", OutboundVerdict.Private)]
    [InlineData("172.31.255.255", OutboundVerdict.Private)]
    [InlineData("172.32.0.1", OutboundVerdict.Allowed)]
    [InlineData("192.168.1.1", OutboundVerdict.Private)]
    [InlineData("fc00::1", OutboundVerdict.Private)]
    [InlineData("fdff::1", OutboundVerdict.Private)]
    [InlineData("fec0::1", OutboundVerdict.Private)]
    [InlineData("100.64.0.1", OutboundVerdict.CarrierGrade)]
    [InlineData("100.128.0.1", OutboundVerdict.Allowed)]
    [InlineData("169.254.1.1", OutboundVerdict.LinkLocal)]
    [InlineData("fe80::1", OutboundVerdict.LinkLocal)]
    [InlineData("fe80::1%3", OutboundVerdict.LinkLocal)]
    [InlineData("febf::1", OutboundVerdict.LinkLocal)]
    [InlineData("169.254.169.254", OutboundVerdict.Metadata)]
    [InlineData("100.100.100.200", OutboundVerdict.Metadata)]
    [InlineData("168.63.129.16", OutboundVerdict.Metadata)]
    [InlineData("fd00:ec2::254", OutboundVerdict.Metadata)]
    [InlineData("0.0.0.0", OutboundVerdict.Unspecified)]
    [InlineData("0.1.2.3", OutboundVerdict.Unspecified)]
    [InlineData("::", OutboundVerdict.Unspecified)]
    [InlineData("224.0.0.1", OutboundVerdict.Multicast)]
    [InlineData("255.255.255.255", OutboundVerdict.Multicast)]
    [InlineData("ff02::1", OutboundVerdict.Multicast)]
    [InlineData("192.0.2.1", OutboundVerdict.SetAside)]
    [InlineData("198.18.0.1", OutboundVerdict.SetAside)]
    [InlineData("203.0.113.9", OutboundVerdict.SetAside)]
    [InlineData("240.0.0.1", OutboundVerdict.SetAside)]
    [InlineData("2001:db8::1", OutboundVerdict.SetAside)]
    [InlineData("3fff::1", OutboundVerdict.SetAside)]
    [InlineData("100::1", OutboundVerdict.SetAside)]
    [InlineData("5f00::1", OutboundVerdict.SetAside)]
    [InlineData("::ffff:10.0.0.1", OutboundVerdict.Private)]
    [InlineData("::ffff:169.254.169.254", OutboundVerdict.Metadata)]
    [InlineData("::ffff:93.184.216.34", OutboundVerdict.Allowed)]
    [InlineData("64:ff9b::5db8:d822", OutboundVerdict.Embedded)]
    [InlineData("64:ff9b::a9fe:a9fe", OutboundVerdict.Metadata)]
    [InlineData("64:ff9b:1::a00:1", OutboundVerdict.Embedded)]
    [InlineData("2002:0a00:0001::1", OutboundVerdict.Embedded)]
    [InlineData("2002:a9fe:a9fe::1", OutboundVerdict.Metadata)]
    [InlineData("2001:0:4136:e378:8000:63bf:f5ff:fffe", OutboundVerdict.Embedded)]
    [InlineData("2001:0:4136:e378:8000:63bf:5601:5601", OutboundVerdict.Metadata)]
    [InlineData("::7f00:1", OutboundVerdict.Embedded)]
    [InlineData("2001:470::5efe:a00:1", OutboundVerdict.Embedded)]
    public void Every_form_of_address_has_its_verdict(string address, OutboundVerdict expected) =>
        Assert.Equal(expected, Strict.Judge(IPAddress.Parse(address), 443));

    // What a user writes, as the framework reads it.
    [Theory]
    [InlineData("http://2130706433/", OutboundVerdict.Loopback)]
    [InlineData("http://0x7f000001/", OutboundVerdict.Loopback)]
    [InlineData("http://0177.0.0.1/", OutboundVerdict.Loopback)]
    [InlineData("http://0x7f.1/", OutboundVerdict.Loopback)]
    [InlineData("http://127.1/", OutboundVerdict.Loopback)]
    [InlineData("http://0xa9fea9fe/", OutboundVerdict.Metadata)]
    [InlineData("http://2852039166/", OutboundVerdict.Metadata)]
    [InlineData("http://169.254.169.254./", OutboundVerdict.Metadata)]
    [InlineData("http://127\uFF0E0\uFF0E0\uFF0E1/", OutboundVerdict.Loopback)]
    [InlineData("http://[::ffff:7f00:1]/", OutboundVerdict.Loopback)]
    [InlineData("http://[::ffff:169.254.169.254]/", OutboundVerdict.Metadata)]
    [InlineData("http://[64:ff9b::169.254.169.254]/", OutboundVerdict.Metadata)]
    [InlineData("http://0/", OutboundVerdict.Unspecified)]
    public void However_an_address_is_written_it_is_judged_as_what_it_is(string url, OutboundVerdict expected)
    {
        var address = IPAddress.Parse(new Uri(url).IdnHost.TrimEnd('.'));
        Assert.Equal(expected, Strict.Judge(address, 80));
    }

    [Theory]
    [InlineData("169.254.169.254", OutboundVerdict.Metadata)]
    [InlineData("169.254.0.1", OutboundVerdict.LinkLocal)]
    [InlineData("fe80::1", OutboundVerdict.LinkLocal)]
    [InlineData("0.0.0.0", OutboundVerdict.Unspecified)]
    [InlineData("::", OutboundVerdict.Unspecified)]
    [InlineData("224.0.0.1", OutboundVerdict.Multicast)]
    [InlineData("64:ff9b::a9fe:a9fe", OutboundVerdict.Metadata)]
    [InlineData("127.0.0.1", OutboundVerdict.OwnAddress)]
    [InlineData("::ffff:127.0.0.1", OutboundVerdict.OwnAddress)]
    [InlineData("64:ff9b::7f00:1", OutboundVerdict.OwnAddress)]
    public void No_list_opens_what_is_never_allowed(string address, OutboundVerdict expected) =>
        Assert.Equal(expected, Open.Judge(IPAddress.Parse(address), 8080));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("fd12::1")]
    [InlineData("2002:0a00:0001::1")]
    [InlineData("64:ff9b::a00:1")]
    public void A_list_opens_private_networks(string address) =>
        Assert.Equal(OutboundVerdict.Allowed, Open.Judge(IPAddress.Parse(address), 9090));

    [Fact]
    public void A_list_opens_only_what_is_on_it()
    {
        var policy = new OutboundPolicy([IPNetwork.Parse("10.1.0.0/16")], []);
        Assert.Equal(OutboundVerdict.Allowed, policy.Judge(IPAddress.Parse("10.1.2.3"), 80));
        Assert.Equal(OutboundVerdict.Private, policy.Judge(IPAddress.Parse("10.2.2.3"), 80));
        Assert.Equal(OutboundVerdict.Loopback, policy.Judge(IPAddress.Loopback, 80));
    }
}
